package org.mentoringcommons.analytics.disclosure;

/** Who looks at a workshop's results without being entitled to single answers. */
public enum Audience {
    /** Somebody who facilitated this very workshop, and so knows who was there and how it went. */
    OWN_FACILITATOR,
    /** Anybody else: other facilitators, portals, readers of what is published. */
    OTHERS
}
