package org.mentoringcommons.analytics.progress;

import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.disclosure.Audience;

/**
 * Who looks.
 *
 * @param seesAll an evaluator of the institution: everything, unsuppressed
 * @param facilitated the workshops the person facilitated
 */
record Viewer(boolean seesAll, Set<UUID> facilitated) {

    Audience of(UUID workshop) {
        return facilitated.contains(workshop) ? Audience.OWN_FACILITATOR : Audience.OTHERS;
    }
}
