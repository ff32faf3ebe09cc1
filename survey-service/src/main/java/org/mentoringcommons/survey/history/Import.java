package org.mentoringcommons.survey.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Answers collected elsewhere that somebody brings.
 *
 * @param source where they are from, in the words of whoever brings them
 * @param mapping as JSON
 * @param attempt how often its file was sent
 * @param fileHash SHA-256 in hexadecimal of the file that was taken; null before
 * @param told how many answers the other services have been told of, or told that they are gone
 * @param toldUntil the last of them in the order of ids; null before the first
 * @param failure why it failed; null if it did not
 * @param endedAt null while it is not over
 */
record Import(
        UUID id,
        UUID protocol,
        String source,
        String mapping,
        String requestedBy,
        Instant requestedAt,
        State state,
        int attempt,
        int failures,
        String fileHash,
        Counts counts,
        long told,
        UUID toldUntil,
        String failure,
        Instant endedAt) {

    /**
     * What was found in its file.
     *
     * @param rows lines with answers
     * @param leftOut lines that are no answers, as the mapping says
     * @param unstated answers of which nothing says whether they are for research; they are not
     * @param already answers that were here before, by this or another file
     * @param added answers that it brought
     */
    record Counts(long rows, long leftOut, long unstated, long already, long added) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}
