package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/**
 * The {@code codings} fact: what two evaluators agreed a text says, and what each had said alone, nameless.
 *
 * @param judgements the first coder's codes, then the second's, before they talked; empty if that is not known
 */
record CodingFact(
        UUID response,
        String item,
        CodebookReference codebook,
        List<String> codes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> judgements) {

    private static final String TOPIC = "codings";
    private static final String TYPE = "org.mentoringcommons.coding.v1";

    /** What was told of a text's codes is not so any more. */
    static Fact erased(UUID response, String item, long version) {
        return Fact.erased(TOPIC, response + ":" + item, TYPE, version);
    }

    static Fact of(UUID response, String item, long version, Codes consensus, List<List<String>> judgements) {
        return new Fact(
                TOPIC,
                response + ":" + item,
                TYPE,
                version,
                new CodingFact(response, item, consensus.codebook(), consensus.codes(), judgements));
    }
}
