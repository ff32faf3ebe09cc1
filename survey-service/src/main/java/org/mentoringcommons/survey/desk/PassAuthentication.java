package org.mentoringcommons.survey.desk;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.survey.seal.Seals;

/** Knows an evaluator on the coding page, and nowhere else, by the pass in the browser's cookie. */
@ApplicationScoped
class PassAuthentication implements HttpAuthenticationMechanism {

    static final String COOKIE = "coding";

    private final Seals seals;
    private final Clock clock;

    PassAuthentication(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie == null || !request.normalizedPath().equals(DeskPage.PATH)) {
            return Uni.createFrom().nullItem();
        }
        Optional<Pass> pass = Pass.open(seals, Seals.Purpose.CODING_SESSION, cookie.getValue(), clock.instant());
        return pass.isEmpty() ? Uni.createFrom().nullItem() : identities.authenticate(new PassToken.Shown(pass.get()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem(); // whoever has no pass is asked for a token
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PassToken.Shown.class);
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 10; // before tokens: a browser sends none
    }
}
