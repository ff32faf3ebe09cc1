package org.mentoringcommons.tenancy.browser;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** From where the pages may call that a token was given to: {@code allowed-origins}, as Keycloak writes it. */
final class Origins {

    private static final String CLAIM = "allowed-origins";

    private Origins() {}

    static Set<String> of(SecurityIdentity identity) {
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.<Object>claim(CLAIM).orElse(null) instanceof JsonArray origins) {
            return origins.stream()
                    .filter(JsonString.class::isInstance)
                    .map(origin -> ((JsonString) origin).getString())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }
}
