package org.mentoringcommons.survey.desk;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mentoringcommons.tenancy.Roles;

/** A pass in the place of the access token it was given for: the same person and institution, as evaluator and no more. */
final class PassToken implements JsonWebToken {

    private static final String CLIENT = "coding-page";

    private final Map<String, Object> claims;

    PassToken(Pass pass) {
        JsonObject roles = Json.createObjectBuilder()
                .add("roles", Json.createArrayBuilder().add(Roles.EVALUATOR))
                .build();
        JsonObject organization = Json.createObjectBuilder()
                .add(
                        pass.alias(),
                        Json.createObjectBuilder()
                                .add("id", pass.institution().id())
                                .add("realm_access", roles))
                .build();
        claims = Map.of("sub", pass.subject(), "azp", CLIENT, "organization", organization);
    }

    /** Somebody shows a pass. */
    static final class Shown extends BaseAuthenticationRequest {

        private final Pass pass;

        Shown(Pass pass) {
            this.pass = pass;
        }

        Pass pass() {
            return pass;
        }
    }

    @Override
    public String getName() {
        return getClaim("sub");
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T) claims.get(name);
    }
}
