package org.mentoringcommons.analytics.response;

import java.util.Arrays;
import java.util.List;
import org.mentoringcommons.analytics.instrument.CellCounts;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.response.Population.Evaluated;

/** The counts of one instrument's answers, of both populations and never mixed. */
record InstrumentCounts(CellCounts evaluated, CellCounts consented) {

    static final List<Population> POPULATIONS = List.of(Evaluated.EVALUATED, Consented.CONSENTED);

    InstrumentCounts(Structure structure) {
        this(new CellCounts(structure), new CellCounts(structure));
    }

    /** For the changes of a few people. */
    static InstrumentCounts ofFew(Structure structure) {
        return new InstrumentCounts(CellCounts.ofFew(structure), CellCounts.ofFew(structure));
    }

    CellCounts of(Population population) {
        return population instanceof Consented ? consented : evaluated;
    }

    boolean isNothing() {
        return evaluated.isNothing() && consented.isNothing();
    }

    /** The same bytes. */
    boolean isSameAs(InstrumentCounts other) {
        return Arrays.equals(evaluated.packed(), other.evaluated.packed())
                && Arrays.equals(consented.packed(), other.consented.packed());
    }

    void add(boolean research, byte[] rows, int at) {
        evaluated.add(rows, at);
        if (research) {
            consented.add(rows, at);
        }
    }

    void takeAway(boolean research, byte[] rows, int at) {
        evaluated.takeAway(rows, at);
        if (research) {
            consented.takeAway(rows, at);
        }
    }
}
