package org.mentoringcommons.survey.coding;

import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Fact;

/** The {@code codings} fact: what two evaluators agreed a text says. */
record CodingFact(UUID response, String item, CodebookReference codebook, List<String> codes) {

    static Fact of(UUID response, String item, Codes consensus) {
        return new Fact(
                "codings",
                response + ":" + item,
                "org.mentoringcommons.coding.v1",
                1,
                new CodingFact(response, item, consensus.codebook(), consensus.codes()));
    }
}
