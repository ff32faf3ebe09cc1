package org.mentoringcommons.provisioning.portal;

/** How far a portal has come. */
enum State {
    /** Being made; nobody has its secret yet. If that lasts, the request has failed and the portal is withdrawn. */
    REQUESTED,
    /** Its secret has been handed out. */
    ACTIVE
}
