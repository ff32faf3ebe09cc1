package org.mentoringcommons.survey.coding;

import java.util.List;

/**
 * How far the coding of a protocol's answers to an item is.
 *
 * @param texts answers given for research
 * @param redacted of these, let through to the coders
 * @param coded of these, by the first coder and by the second
 * @param disputed coded differently and not settled
 * @param agreed settled
 * @param codes of settled texts, most frequent first
 * @param assignments all codes of settled texts together
 * @param agreement how often two coders said the same before they talked
 */
record CodingSummary(
        String item,
        CodebookReference codebook,
        List<String> coders,
        long texts,
        long redacted,
        List<Long> coded,
        long disputed,
        long agreed,
        List<Count> codes,
        long assignments,
        List<Agreement> agreement) {

    /** How many texts have a code. */
    record Count(String code, long texts) {}
}
