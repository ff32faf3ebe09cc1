package org.mentoringcommons.analytics.wave;

import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code results} fact: a wave is over, and what its institution may see of it is final but for withdrawals.
 *
 * @param responded how many had answered when it closed
 */
record ResultsFact(UUID wave, UUID workshop, int responded) {

    /** @param version of the fact that said that the wave is over */
    Fact fact(long version) {
        return new Fact("results", wave.toString(), "org.mentoringcommons.results.v1", version, this);
    }
}
