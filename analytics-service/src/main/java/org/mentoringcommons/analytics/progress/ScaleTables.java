package org.mentoringcommons.analytics.progress;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * Scores before and now of a group of people, scale by scale.
 *
 * @param people how many there are, whether or not they have a score
 * @param tables by scale, in the instrument's order
 */
record ScaleTables(long people, Map<String, PairTable> tables) {

    static ScaleTables none(Structure structure) {
        return new Collector(structure).build();
    }

    ScaleTables plus(ScaleTables others) {
        Map<String, PairTable> sums = new LinkedHashMap<>(tables);
        others.tables.forEach((scale, table) -> sums.merge(scale, table, PairTable::plus));
        return new ScaleTables(people + others.people, sums);
    }

    /** Takes in one person after the other. */
    static final class Collector {

        private final Structure structure;
        private final Map<String, PairTable.Builder> tables = new LinkedHashMap<>();
        private long people;

        Collector(Structure structure) {
            this.structure = structure;
            structure.scales().forEach(scale -> tables.put(scale.key(), PairTable.builder(scale.unitsPerPoint())));
        }

        void add(byte[] row) {
            Answers answers = structure.unpack(row);
            people++;
            structure.scales().forEach(scale -> answers.sums(scale)
                    .ifPresent(sums -> tables.get(scale.key()).add(sums.then(), sums.now())));
        }

        ScaleTables build() {
            Map<String, PairTable> built = new LinkedHashMap<>();
            tables.forEach((scale, table) -> built.put(scale, table.build()));
            return new ScaleTables(people, built);
        }
    }
}
