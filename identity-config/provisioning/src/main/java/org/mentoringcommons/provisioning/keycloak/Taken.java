package org.mentoringcommons.provisioning.keycloak;

/** Keycloak has something by that name already. */
class Taken extends RuntimeException {

    Taken() {
        super("taken", null, false, false);
    }
}
