package org.mentoringcommons.provisioning.keycloak;

import io.quarkus.oidc.client.OidcClientException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;

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
}
