package org.mentoringcommons.survey.desk;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a pass for the token it stands for; what follows from it is decided where it is for tokens. */
@ApplicationScoped
class PassIdentity implements IdentityProvider<PassToken.Shown> {

    @Override
    public Class<PassToken.Shown> getRequestType() {
        return PassToken.Shown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PassToken.Shown shown, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new PassToken(shown.pass()))
                        .build());
    }
}
