package org.mentoringcommons.provisioning.keycloak;

import io.quarkus.oidc.client.OidcClientException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Supplier;
import org.mentoringcommons.tenancy.Refusal;

/** Keycloak does not serve us now; what was asked for stays in the registry until it does. */
public class KeycloakAway extends RuntimeException {

    KeycloakAway(String reason) {
        super("Keycloak " + reason);
    }

    /** Whether a failure means that Keycloak cannot be reached, rather than that it or we cannot do this one thing. */
    public static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeycloakAway
                    || cause instanceof ProcessingException
                    || cause instanceof OidcClientException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** The refusal of what cannot be done without it: 503 {@code keycloak-away}. */
    public static Refusal refusal() {
        return Refusal.of("keycloak-away", Response.Status.SERVICE_UNAVAILABLE, "Keycloak cannot be reached now");
    }

    /** The answer to a question that only Keycloak can answer, or {@link #refusal}. */
    public static <T> T orRefusal(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            throw isWhy(failure) ? refusal().problem() : failure;
        }
    }
}
