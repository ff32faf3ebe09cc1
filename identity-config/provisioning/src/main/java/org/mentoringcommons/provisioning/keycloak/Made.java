package org.mentoringcommons.provisioning.keycloak;

import jakarta.ws.rs.core.Response;

/** Reads from an answer "201 Created" what was made. */
final class Made {

    private Made() {}

    /** The last part of the address of what was made. */
    static String id(Response created) {
        try (created) {
            String path = created.getLocation().getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
