package org.mentoringcommons.tenancy;

import java.util.Set;

/**
 * The roles a caller can hold. Institution roles come only from the one organization the token names; platform roles
 * only from the realm. A role of one kind granted in the other's place counts for nothing.
 */
public final class Roles {

    public static final String INSTITUTION_ADMIN = "institution-admin";
    public static final String FACILITATOR = "facilitator";
    public static final String EVALUATOR = "evaluator";
    public static final String PARTICIPANT = "participant";
    /** A machine client that acts for one institution. */
    public static final String PORTAL = "portal";
    /** survey-service reading the addresses of a roster at the moment of sending. */
    public static final String ROSTER_READER = "roster-reader";

    public static final String PLATFORM_OPERATOR = "platform-operator";
    public static final String HUB_ADMIN = "hub-admin";
    public static final String ANALYST = "analyst";

    /** Roles held at one institution. */
    public static final Set<String> OF_AN_INSTITUTION =
            Set.of(INSTITUTION_ADMIN, FACILITATOR, EVALUATOR, PARTICIPANT, PORTAL, ROSTER_READER);

    /** Roles held on the platform as a whole. */
    public static final Set<String> OF_THE_PLATFORM = Set.of(PLATFORM_OPERATOR, HUB_ADMIN, ANALYST);

    private Roles() {}
}
