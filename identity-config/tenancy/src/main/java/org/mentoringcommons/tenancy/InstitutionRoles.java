package org.mentoringcommons.tenancy;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives a verified token its roles: those of the one institution it names, and the platform's. Tokens without exactly
 * one institution keep only platform roles, so tenant endpoints refuse them by role alone; a portal's token never has
 * those, and is good at the portal's own institution only.
 */
@ApplicationScoped
class InstitutionRoles implements SecurityIdentityAugmentor {

    static final String CLAIM = "organization";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        Optional<String> portal = PortalToken.institution(token);
        OrganizationClaim organization = ofItsOwn(portal, OrganizationClaim.parse(token.getClaim(CLAIM)));
        Set<String> roles = portal.isPresent() ? new HashSet<>() : platformRoles(token);
        if (organization instanceof OrganizationClaim.One one) {
            roles.addAll(one.roles());
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addRoles(roles)
                        .addAttribute(CLAIM, organization)
                        .build());
    }

    private static OrganizationClaim ofItsOwn(Optional<String> portal, OrganizationClaim organization) {
        boolean anothers = organization instanceof OrganizationClaim.One one
                && portal.filter(alias -> !alias.equals(one.alias())).isPresent();
        return anothers ? new OrganizationClaim.None() : organization;
    }

    private static Set<String> platformRoles(JsonWebToken token) {
        Set<String> roles = new HashSet<>();
        if (token.getClaim("realm_access") instanceof JsonObject access && access.getJsonArray("roles") != null) {
            access.getJsonArray("roles").getValuesAs(JsonString.class).forEach(role -> roles.add(role.getString()));
        }
        roles.retainAll(Roles.OF_THE_PLATFORM);
        return roles;
    }
}
