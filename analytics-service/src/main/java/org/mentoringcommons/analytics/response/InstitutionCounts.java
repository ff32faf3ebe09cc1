package org.mentoringcommons.analytics.response;

import org.mentoringcommons.analytics.instrument.CellCounts;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * What one population of an institution answered with one version of an instrument.
 *
 * @param <P> whose answers
 */
public final class InstitutionCounts<P extends Population> {

    private final Structure structure;
    private final CellCounts cells;

    InstitutionCounts(Structure structure, CellCounts cells) {
        this.structure = structure;
        this.cells = cells;
    }

    /** {@return how many answered, whatever they left out} */
    public People<P> people() {
        return new People<>(cells.people());
    }

    /**
     * {@return before and now of everybody who has a score on a scale, in the units of the scale's scoring rule}
     *
     * @throws IllegalArgumentException if the instrument has no such scale
     */
    public PairTable scale(String key) {
        int units = structure
                .scale(key)
                .orElseThrow(() -> new IllegalArgumentException("no such scale"))
                .unitsPerPoint();
        PairTable.Builder table = PairTable.builder(units);
        cells.scale(key, (pair, people) -> table.add(pair.then(), pair.now(), people));
        return table.build();
    }

    /**
     * {@return before and now of everybody who answered an item}
     *
     * @throws IllegalArgumentException if the instrument has no such then/now item
     */
    public PairTable item(String key) {
        PairTable.Builder table = PairTable.builder(1);
        cells.item(key, (pair, people) -> {
            if (pair.then() > 0) {
                table.add(pair.then(), pair.now(), people);
            }
        });
        return table.build();
    }
}
