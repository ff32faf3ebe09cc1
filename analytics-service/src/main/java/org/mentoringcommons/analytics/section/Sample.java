package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.ClusterDifferences;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.PairTable;

/** Everybody of the cohort who has a score on one scale; splits them in parts by workshop, site, mode or group. */
public final class Sample {

    private final Everybody everybody;
    private final int column;
    private PairTable pairs;
    private Clustered gains;
    private List<Alikeness.Sums> alike;

    Sample(Everybody everybody, int column) {
        this.everybody = everybody;
        this.column = column;
    }

    /** {@return the scale's key} */
    public String key() {
        return scale().key();
    }

    Scale scale() {
        return everybody.scale(column);
    }

    /** {@return integer units in one scale point} */
    public int unitsPerPoint() {
        return scale().unitsPerPoint();
    }

    /** {@return the highest rating of an item, and so the highest score} */
    public int points() {
        return items().points();
    }

    ItemTally items() {
        return everybody.items(column);
    }

    /** Everybody whose version has the scale, with a score or not. */
    long people() {
        return items().people();
    }

    Places places() {
        return everybody.places();
    }

    /** {@return before and now of everybody} */
    public PairTable pairs() {
        if (pairs == null) {
            pairs = pairsByPlace(1, place -> 0).get(0);
        }
        return pairs;
    }

    List<PairTable> pairsByGroup(int grouping) {
        int groups = everybody.grouping(grouping).names().size();
        return tables(
                groups,
                (grid, side) ->
                        everybody.each((columns, places) -> columns.pairsByGroup(column, grouping, grid, side)));
    }

    /** Told apart by a property of their workshop; workshops with another value are in no group. */
    List<PairTable> pairsByWorkshop(List<String> groups, Function<DeliveredWorkshop, String> property) {
        return pairsByPlace(groups.size(), place -> groups.indexOf(property.apply(places().workshop(place))));
    }

    /** Everybody's gain. */
    Clustered gains() {
        if (gains == null) {
            gains = everybody.clustered(
                    (columns, run) -> columns.scored(column, run),
                    (columns, run, to, at) -> columns.gains(column, run, to, at));
        }
        return gains;
    }

    /** Gains added up over workshops that are alike. */
    List<Alikeness.Sums> alike() {
        if (alike == null) {
            alike = Alikeness.of(gains(), places());
        }
        return alike;
    }

    /** Gains in item units, one entry a site; empty ones for nobody. */
    List<Counts> gainsBySite() {
        ClusterDifferences differences = gains().differences();
        List<Counts> sites =
                new ArrayList<>(Collections.nCopies(places().institutions().size(), Counts.none()));
        int largest = everybody.largest(column);
        long[] tally = new long[2 * largest + 1]; // of one site after the other
        int person = 0;
        for (int cluster = 0; cluster < differences.clusters(); cluster++) {
            int site = places().site(gains().places()[cluster]);
            for (; person < differences.end(cluster); person++) {
                tally[differences.difference(person) + largest]++;
            }
            boolean last =
                    cluster + 1 == differences.clusters() || places().site(gains().places()[cluster + 1]) != site;
            if (last) {
                sites.set(
                        site,
                        Counts.of(IntStream.range(0, tally.length)
                                .filter(value -> tally[value] > 0)
                                .boxed()
                                .collect(Collectors.toMap(value -> value - largest, value -> tally[value]))));
                Arrays.fill(tally, 0);
            }
        }
        return sites;
    }

    private List<PairTable> pairsByPlace(int parts, IntUnaryOperator partOf) {
        return tables(
                parts,
                (grid, side) -> everybody.each((columns, places) -> {
                    for (int run = 0; run < places.length; run++) {
                        int part = partOf.applyAsInt(places[run]);
                        if (part != Groups.NONE) {
                            columns.pairs(column, run, grid, part * side * side, side);
                        }
                    }
                }));
    }

    private interface Counting {
        void count(long[] grid, int side);
    }

    /** One table a grid; that nobody's score is 0 tells who has none. */
    private List<PairTable> tables(int parts, Counting counting) {
        int side = 1 + everybody.largest(column);
        long[] grid = new long[Math.multiplyExact(parts, Math.multiplyExact(side, side))];
        counting.count(grid, side);
        List<PairTable> tables = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            PairTable.Builder table = PairTable.builder(unitsPerPoint());
            for (int cell = side; cell < side * side; cell++) {
                long people = grid[part * side * side + cell];
                if (people > 0) {
                    table.add(cell / side, cell % side, people);
                }
            }
            tables.add(table.build());
        }
        return tables;
    }
}
