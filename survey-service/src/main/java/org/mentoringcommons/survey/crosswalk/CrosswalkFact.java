package org.mentoringcommons.survey.crosswalk;

import java.util.List;
import org.mentoringcommons.exchange.Fact;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** The {@code item-crosswalks} fact: told once, because a crosswalk never changes. Who says so is not told: it is text. */
record CrosswalkFact(InstrumentReference from, InstrumentReference to, List<SameItem> same) {

    static Fact of(NewCrosswalk declared) {
        return new Fact(
                "item-crosswalks",
                declared.from().key() + "/" + declared.from().version() + "/"
                        + declared.to().key() + "/" + declared.to().version(),
                "org.mentoringcommons.item-crosswalk.v1",
                1,
                new CrosswalkFact(declared.from(), declared.to(), declared.same()));
    }
}
