package org.mentoringcommons.survey.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.dataset.Population;

/**
 * A file of answers that an evaluator asked for.
 *
 * @param name what its files are named after: protocol, population and a part of the id, so that one that went astray
 *     still says what it is
 * @param waves whose answers are in it
 * @param endedAt null while it is under way
 * @param expiresAt null unless it was written to its end
 */
record Export(
        UUID id,
        UUID protocol,
        String name,
        Format format,
        Population population,
        String purpose,
        String filters,
        List<UUID> waves,
        String requestedBy,
        Instant requestedAt,
        State state,
        int attempt,
        long totalRows,
        long writtenRows,
        Instant endedAt,
        Instant expiresAt) {

    boolean isOverAt(Instant moment) {
        return expiresAt != null && !expiresAt.isAfter(moment);
    }
}
