package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.ClusterDifferences;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.PairTable;

/** Everybody of the cohort who has a score on one scale; splits them in parts by workshop, site, mode or group. */
public final class Sample {

    private static final int LARGEST_GRID = 1 << 22;

    private final Everybody everybody;
    private final int column;
    private PairTable pairs;
    private Gains gains;
    private List<Alikeness.Sums> alike;

    Sample(Everybody everybody, int column) {
        this.everybody = everybody;
        this.column = column;
    }

    /**
     * Gains in item units, workshop by workshop.
     *
     * @param differences of the workshops in which somebody has a score, in the order of the places
     * @param places of these workshops
     */
    record Gains(ClusterDifferences differences, int[] places) {}

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

    /** Everybody who answered anything, with a score or not. */
    long people() {
        return everybody.size();
    }

    Places places() {
        return everybody.places();
    }

    /** {@return before and now of everybody} */
    public PairTable pairs() {
        if (pairs == null) {
            pairs = pairs(1, (columns, row, place) -> 0).get(0);
        }
        return pairs;
    }

    List<PairTable> pairsByGroup(int grouping) {
        return pairs(
                everybody.grouping(grouping).names().size(), (columns, row, place) -> columns.group(grouping, row));
    }

    /** Told apart by a property of their workshop; workshops with another value are in no group. */
    List<PairTable> pairsByWorkshop(List<String> groups, Function<DeliveredWorkshop, String> property) {
        int[] groupOf = IntStream.range(0, places().size())
                .map(place -> groups.indexOf(property.apply(places().workshop(place))))
                .toArray();
        return pairs(groups.size(), (columns, row, place) -> groupOf[place]);
    }

    /** By counting how many people each workshop has, then laying them side by side. */
    Gains gains() {
        if (gains == null) {
            int[] end = new int[places().size() + 1];
            everybody.read(column, (columns, row, place) -> end[place + 1]++);
            Arrays.parallelPrefix(end, Integer::sum);
            int[] next = end.clone();
            short[] differences = new short[end[places().size()]];
            everybody.read(
                    column,
                    (columns, row, place) -> differences[next[place]++] =
                            (short) (columns.now(column, row) - columns.then(column, row)));
            gains = new Gains(
                    ClusterDifferences.of(differences, Arrays.copyOfRange(end, 1, end.length)),
                    IntStream.range(0, places().size())
                            .filter(place -> end[place] < end[place + 1])
                            .toArray());
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
        List<Map<Integer, Long>> tallies = Stream.<Map<Integer, Long>>generate(TreeMap::new)
                .limit(places().institutions().size())
                .toList();
        int person = 0;
        for (int cluster = 0; cluster < differences.clusters(); cluster++) {
            Map<Integer, Long> tally = tallies.get(places().site(gains().places()[cluster]));
            for (; person < differences.end(cluster); person++) {
                tally.merge(differences.difference(person), 1L, Long::sum);
            }
        }
        return tallies.stream().map(Counts::of).toList();
    }

    /** In which part somebody is; below 0 for none. */
    private interface Part {
        int of(Columns columns, int row, int place);
    }

    private List<PairTable> pairs(int parts, Part part) {
        int side = 1 + everybody.largest(column);
        List<PairTable.Builder> tables = new ArrayList<>();
        IntStream.range(0, parts).forEach(none -> tables.add(PairTable.builder(unitsPerPoint())));
        // nearly always small enough to be counted in a grid, which is many times faster than a map
        if ((long) parts * side * side > LARGEST_GRID) {
            everybody.read(column, (columns, row, place) -> {
                int in = part.of(columns, row, place);
                if (in >= 0) {
                    tables.get(in).add(columns.then(column, row), columns.now(column, row));
                }
            });
        } else {
            long[] grid = grid(parts * side * side, side, part);
            for (int cell = 0; cell < grid.length; cell++) {
                if (grid[cell] > 0) {
                    tables.get(cell / (side * side)).add(cell / side % side, cell % side, grid[cell]);
                }
            }
        }
        return tables.stream().map(PairTable.Builder::build).toList();
    }

    private long[] grid(int cells, int side, Part part) {
        long[] grid = new long[cells];
        everybody.read(column, (columns, row, place) -> {
            int in = part.of(columns, row, place);
            if (in >= 0) {
                grid[(in * side + columns.then(column, row)) * side + columns.now(column, row)]++;
            }
        });
        return grid;
    }
}
