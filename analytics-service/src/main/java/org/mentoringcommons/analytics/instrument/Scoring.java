package org.mentoringcommons.analytics.instrument;

import java.time.Instant;

/**
 * A decision how an instrument's scales are scored.
 *
 * @param number 1 for the first decision about the instrument; what the instrument itself says came before
 * @param missing the rule for missing answers
 * @param reason why
 */
record Scoring(int number, Missing missing, String reason, Instant decidedAt) {}
