package org.mentoringcommons.provisioning.keycloak;

/** Keycloak does not know what was named. */
class Unknown extends RuntimeException {

    Unknown() {
        super("Keycloak does not know what was named");
    }
}
