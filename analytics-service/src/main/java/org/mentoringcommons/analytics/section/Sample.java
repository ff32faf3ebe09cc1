package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.PairTable;

/** Everybody of the cohort who has a score on one scale; splits them in parts by workshop, site, mode or group. */
public final class Sample {

    private static final int LARGEST_GRID = 1 << 22;

    private final Columns columns;
    private final int column;
    private final Places places;
    private final int points;
    private PairTable pairs;
    private List<Counts> workshops;
    private List<Alikeness.Sums> alike;

    Sample(Columns columns, int column, Places places, int points) {
        this.columns = columns;
        this.column = column;
        this.places = places;
        this.points = points;
    }

    /** {@return the scale's key} */
    public String key() {
        return scale().key();
    }

    Scale scale() {
        return columns.scales().get(column);
    }

    /** {@return integer units in one scale point} */
    public int unitsPerPoint() {
        return scale().unitsPerPoint();
    }

    /** {@return the highest rating of an item, and so the highest score} */
    public int points() {
        return points;
    }

    /** Everybody who answered anything, with a score or not. */
    long people() {
        return columns.size();
    }

    DeliveredWorkshop workshop(int place) {
        return places.workshop(place);
    }

    Places places() {
        return places;
    }

    /** {@return before and now of everybody} */
    public PairTable pairs() {
        if (pairs == null) {
            pairs = pairs(1, row -> 0).get(0);
        }
        return pairs;
    }

    List<PairTable> pairsByGroup(int grouping) {
        return pairs(columns.groupings().get(grouping).names().size(), row -> columns.group(grouping, row));
    }

    /** Told apart by a property of their workshop; workshops with another value are in no group. */
    List<PairTable> pairsByWorkshop(List<String> groups, Function<DeliveredWorkshop, String> property) {
        int[] groupOf = IntStream.range(0, places.size())
                .map(place -> groups.indexOf(property.apply(places.workshop(place))))
                .toArray();
        return pairs(groups.size(), row -> groupOf[columns.place(row)]);
    }

    /** Gains in item units, one entry a workshop, in the order of the places; empty ones for nobody. */
    List<Counts> gainsByWorkshop() {
        if (workshops == null) {
            workshops = gains(places.size(), IntUnaryOperator.identity());
        }
        return workshops;
    }

    /** Gains added up over workshops that are alike. */
    List<Alikeness.Sums> alike() {
        if (alike == null) {
            alike = Alikeness.of(gainsByWorkshop(), places);
        }
        return alike;
    }

    /** The same, one entry a site. */
    List<Counts> gainsBySite() {
        return gains(places.institutions().size(), places::site);
    }

    private List<PairTable> pairs(int parts, IntUnaryOperator partOf) {
        int side = 1 + largest();
        List<PairTable.Builder> tables = new ArrayList<>();
        IntStream.range(0, parts).forEach(part -> tables.add(PairTable.builder(unitsPerPoint())));
        // nearly always small enough to be counted in a grid, which is many times faster than a map
        boolean small = (long) parts * side * side <= LARGEST_GRID;
        long[] grid = new long[small ? parts * side * side : 0];
        for (int row = 0; row < columns.size(); row++) {
            int part = columns.hasScore(column, row) ? partOf.applyAsInt(row) : Groups.NONE;
            if (part >= 0 && small) {
                grid[(part * side + columns.then(column, row)) * side + columns.now(column, row)]++;
            } else if (part >= 0) {
                tables.get(part).add(columns.then(column, row), columns.now(column, row));
            }
        }
        for (int cell = 0; cell < grid.length; cell++) {
            if (grid[cell] > 0) {
                tables.get(cell / (side * side)).add(cell / side % side, cell % side, grid[cell]);
            }
        }
        return tables.stream().map(PairTable.Builder::build).toList();
    }

    private int largest() {
        return IntStream.range(0, columns.size())
                .map(row -> Math.max(columns.then(column, row), columns.now(column, row)))
                .max()
                .orElse(0);
    }

    /** By counting how many rows each part has, then laying them side by side. */
    private List<Counts> gains(int parts, IntUnaryOperator partOfPlace) {
        int[] end = new int[parts + 1];
        for (int row = 0; row < columns.size(); row++) {
            if (columns.hasScore(column, row)) {
                end[partOfPlace.applyAsInt(columns.place(row)) + 1]++;
            }
        }
        Arrays.parallelPrefix(end, Integer::sum);
        int[] next = end.clone();
        int[] gains = new int[end[parts]];
        for (int row = 0; row < columns.size(); row++) {
            if (columns.hasScore(column, row)) {
                gains[next[partOfPlace.applyAsInt(columns.place(row))]++] =
                        columns.now(column, row) - columns.then(column, row);
            }
        }
        List<Counts> counted = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            counted.add(Counts.ofValues(Arrays.copyOfRange(gains, end[part], end[part + 1])));
        }
        return counted;
    }
}
