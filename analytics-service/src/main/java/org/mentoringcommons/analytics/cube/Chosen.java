package org.mentoringcommons.analytics.cube;

import java.util.BitSet;
import java.util.List;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choosing;

/** What person after person chose at one item. */
final class Chosen {

    private final Choosing choosing;
    private final int named;
    private final BitSet chosen = new BitSet();

    Chosen(String item, List<String> codes) {
        this.choosing = new Choosing(item, codes);
        this.named = codes.size();
    }

    /** {@return whether the person answered} */
    boolean read(Answers answers) {
        int codes = choosing.read(answers);
        chosen.clear();
        for (int which = 0; which < codes; which++) {
            chosen.set(choosing.number(which));
        }
        return codes > 0;
    }

    int named() {
        return named;
    }

    boolean has(int code) {
        return chosen.get(code);
    }

    int first() {
        return chosen.nextSetBit(0);
    }

    boolean isAnyBelow(int number) {
        return !chosen.isEmpty() && chosen.nextSetBit(0) < number;
    }

    /** The one of the first codes that was chosen; -1 if none or several were. */
    int onlyBelow(int number) {
        BitSet among = chosen.get(0, number);
        return among.cardinality() == 1 ? among.nextSetBit(0) : -1;
    }
}
