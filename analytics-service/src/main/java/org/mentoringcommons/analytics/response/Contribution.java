package org.mentoringcommons.analytics.response;

import java.util.HashMap;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.response.Population.Evaluated;

/**
 * What responses add to the counts of their stratum, or take away. Adding one's contribution and later its opposite
 * leaves nothing behind, because everything is an integer.
 *
 * @param cells change of people by cell, without zeros
 */
record Contribution(long responded, long consented, Map<Cell, Long> cells) {

    private static final Answer.Pair MISSING = new Answer.Pair(0, 0);

    static Contribution nothing() {
        return new Contribution(0, 0, Map.of());
    }

    static Contribution of(Structure structure, Response response) {
        Answers answers = structure.unpack(response.answers());
        Map<Cell, Long> cells = new HashMap<>();
        count(structure, answers, Evaluated.EVALUATED, cells);
        if (response.research()) {
            count(structure, answers, Consented.CONSENTED, cells);
        }
        return new Contribution(1, response.research() ? 1 : 0, cells);
    }

    Contribution minus(Contribution other) {
        Map<Cell, Long> difference = new HashMap<>(cells);
        other.cells.forEach((cell, people) -> difference.merge(cell, -people, Math::addExact));
        difference.values().removeIf(people -> people == 0);
        return new Contribution(responded - other.responded, consented - other.consented, difference);
    }

    boolean isNothing() {
        return responded == 0 && consented == 0 && cells.isEmpty();
    }

    private static void count(Structure structure, Answers answers, Population population, Map<Cell, Long> cells) {
        for (Item item : structure.items()) {
            if (item instanceof ThenNow) {
                Answer.Pair pair = answers.pair(item.key()).orElse(MISSING);
                cells.put(new Cell(population.word(), Cell.Kind.ITEM, item.key(), pair.then(), pair.now()), 1L);
            }
        }
        for (Scale scale : structure.scales()) {
            answers.sums(scale)
                    .ifPresent(sums -> cells.put(
                            new Cell(population.word(), Cell.Kind.SCALE, scale.key(), sums.then(), sums.now()), 1L));
        }
    }
}
