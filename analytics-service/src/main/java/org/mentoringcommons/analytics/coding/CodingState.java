package org.mentoringcommons.analytics.coding;

import java.util.List;
import java.util.UUID;

/** What survey-service tells about one text's consensus. */
record CodingState(UUID response, String item, Codebook codebook, List<String> codes) {

    record Codebook(String key, String version) {}
}
