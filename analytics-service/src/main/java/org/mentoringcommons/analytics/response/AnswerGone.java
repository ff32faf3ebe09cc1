package org.mentoringcommons.analytics.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.analytics.wave.WaveMarks;

/**
 * An answer of the bound institution was taken back. Told in the transaction that takes it out of everything, after it has.
 *
 * @param wave empty if nothing says which it was
 * @param opening of its wave: the only time that is known of an answer
 * @param leftOut whether it never counted, because its wave counts nowhere
 * @param last how it stood; empty if it was not here
 */
public record AnswerGone(UUID id, Optional<UUID> wave, Instant opening, boolean leftOut, Optional<Last> last) {

    /**
     * An answer as it stood.
     *
     * @param research whether it was for research
     * @param marks of the wave, while it was still there
     */
    public record Last(UUID wave, Instant opening, boolean research, WaveMarks marks) {}
}
