package org.mentoringcommons.survey.coding;

import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/** The {@code codings} fact: what two evaluators agreed a text says. */
record CodingFact(UUID response, String item, CodebookReference codebook, List<String> codes) {

    private static final String TOPIC = "codings";
    private static final String TYPE = "org.mentoringcommons.coding.v1";

    /** The last word about a text whose consensus was told once. */
    static Fact erased(UUID response, String item) {
        return Fact.erased(TOPIC, response + ":" + item, TYPE, 2);
    }

    static Fact of(UUID response, String item, Codes consensus) {
        return new Fact(
                TOPIC,
                response + ":" + item,
                TYPE,
                1,
                new CodingFact(response, item, consensus.codebook(), consensus.codes()));
    }
}
