package org.mentoringcommons.provisioning.portal;

/** How far a portal, or one of the clients it signs in with, has come. */
enum State {
    /** Being made; nobody has its secret yet. If that lasts, the request has failed and it is withdrawn. */
    REQUESTED,
    /** Its secret has been handed out. */
    ACTIVE,
    /** Not wanted any more, and not known to have gone from Keycloak. */
    REVOKED
}
