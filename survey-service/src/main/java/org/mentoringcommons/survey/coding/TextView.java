package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A text to be coded.
 *
 * @param text without what was redacted
 * @param codings codes by coder: the caller's own, and both coders' once both are done
 * @param consensus what it is coded as; null before
 * @param note what was noted with the consensus
 */
public record TextView(
        UUID response,
        String item,
        String text,
        State state,
        CodebookReference codebook,
        Map<String, List<String>> codings,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> consensus,
        @JsonInclude(JsonInclude.Include.NON_NULL) String note) {

    /** Where the next page of the list begins. */
    String cursor() {
        return response + ":" + item;
    }
}
