package org.mentoringcommons.survey.webhook;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A further secret.
 *
 * @param overlap how long messages are signed with the present one as well, {@code PT0S} to {@code P30D}; a day if left out
 */
record NewSecret(@Schema(implementation = String.class, examples = "P7D") Duration overlap) {

    private static final Duration LONGEST = Duration.ofDays(30);

    NewSecret {
        overlap = overlap == null ? Duration.ofDays(1) : overlap;
    }

    boolean fits() {
        return !overlap.isNegative() && overlap.compareTo(LONGEST) <= 0;
    }
}
