package org.mentoringcommons.survey.coding;

import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/** The {@code codings} fact: what two evaluators agreed a text says. */
record CodingFact(UUID response, String item, CodebookReference codebook, List<String> codes) {

    private static final String TOPIC = "codings";
    private static final String TYPE = "org.mentoringcommons.coding.v1";

    /**
     * What was told of a text's codes is not so any more. Words that were changed may be coded again: of each revision of
     * an answer two things at most are told, the codes and that they are gone.
     *
     * @param revision of the answer that was coded, or a later one with the same words
     */
    static Fact erased(UUID response, String item, int revision) {
        return Fact.erased(TOPIC, response + ":" + item, TYPE, 2L * revision);
    }

    static Fact of(UUID response, String item, int revision, Codes consensus) {
        return new Fact(
                TOPIC,
                response + ":" + item,
                TYPE,
                2L * revision - 1,
                new CodingFact(response, item, consensus.codebook(), consensus.codes()));
    }
}
