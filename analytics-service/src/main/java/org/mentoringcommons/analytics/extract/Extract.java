package org.mentoringcommons.analytics.extract;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.study.Study;

/**
 * A row file that somebody of a study's team asked for.
 *
 * @param version of the study, in force when it was asked for
 * @param attempt how often it was begun
 * @param institutions whose rows are in it
 * @param totalRows how many rows it is going to have, once that is known
 */
record Extract(
        UUID id,
        String study,
        int version,
        Format format,
        String purpose,
        String requestedBy,
        Instant requestedAt,
        State state,
        int attempt,
        Set<String> institutions,
        Optional<Long> totalRows,
        long writtenRows,
        Optional<Long> bytes,
        Optional<String> watermark,
        Optional<Instant> endedAt,
        Optional<Instant> expiresAt) {

    /** One that is asked for now. */
    static Extract wanted(UUID id, Study study, NewExtract wanted, String subject, Instant now) {
        return new Extract(
                id,
                study.key(),
                study.version(),
                wanted.format(),
                wanted.purpose(),
                subject,
                now,
                State.WAITING,
                0,
                Set.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Study, version and population are in the name, so that a file that went astray still says what it is. */
    String fileName() {
        return study + "-v" + version + "-" + Consented.CONSENTED.word() + "-"
                + id.toString().substring(0, 8) + "." + format.word();
    }

    String codebookName() {
        return fileName().replaceAll("\\.[a-z]+$", "-codebook.csv");
    }
}
