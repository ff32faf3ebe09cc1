package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Whether Keycloak is there at all: then a failure is the fault of what was asked. */
@ApplicationScoped
public class Presence {

    private final KeycloakAdmin keycloak;

    Presence(@RestClient KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Asks it something small. */
    public boolean isThere() {
        try {
            keycloak.organizations(0, 1);
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }
}
