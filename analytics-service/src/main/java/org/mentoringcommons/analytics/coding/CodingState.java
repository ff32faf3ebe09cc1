package org.mentoringcommons.analytics.coding;

import java.util.List;
import java.util.UUID;

/**
 * What survey-service tells about one text's consensus.
 *
 * @param judgements what the two had coded, each alone; null where that is not known
 */
record CodingState(UUID response, String item, Codebook codebook, List<String> codes, List<List<String>> judgements) {

    private static final int CODERS = 2;

    /** Whether it says what each of two coders had coded. */
    boolean saysWhatEachSaid() {
        return judgements != null && judgements.size() == CODERS;
    }

    record Codebook(String key, String version) {}
}
