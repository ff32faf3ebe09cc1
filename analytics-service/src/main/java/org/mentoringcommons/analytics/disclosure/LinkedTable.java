package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts by row and column together with every sum over a group of rows or of columns that would be published beside them:
 * institutions, hubs, nation by answers and their total. Every cell is a sum of inner cells. Immutable.
 */
public final class LinkedTable {
    /**
     * Names a cell.
     *
     * @param row a row or a group of rows
     * @param column a column or a group of columns
     */
    public record Cell(String row, String column) {}

    private final long[] inner;
    private final Map<Cell, int[]> cells;

    private LinkedTable(long[] inner, Map<Cell, int[]> cells) {
        this.inner = inner;
        this.cells = cells;
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return every cell, sums included, in the order of rows and columns} */
    public Set<Cell> cells() {
        return java.util.Collections.unmodifiableSet(cells.keySet());
    }

    /**
     * {@return the count of a cell}
     *
     * @throws IllegalArgumentException if there is no such cell
     */
    public long value(Cell cell) {
        long sum = 0;
        for (int position : parts(cell)) {
            sum = Math.addExact(sum, inner[position]);
        }
        return sum;
    }

    /** Positions of the inner cells that a cell is the sum of. */
    int[] parts(Cell cell) {
        int[] parts = cells.get(cell);
        if (parts == null) {
            throw new IllegalArgumentException("no such cell: " + cell);
        }
        return parts;
    }

    int innerCells() {
        return inner.length;
    }

    /** Collects counts and groups; not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, List<String>> rows = new LinkedHashMap<>();
        private final Map<String, List<String>> columns = new LinkedHashMap<>();
        private final Map<Cell, Long> counts = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets an inner count; one that is never set is 0.
         *
         * @param row row name
         * @param column column name
         * @param count not negative
         * @return this builder
         */
        public Builder count(String row, String column, long count) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count in " + row + ", " + column);
            }
            rows.putIfAbsent(row, List.of(row));
            columns.putIfAbsent(column, List.of(column));
            counts.put(new Cell(row, column), count);
            return this;
        }

        /** Publishes the sum over some rows under a name of its own. */
        public Builder rowGroup(String name, List<String> members) {
            group(rows, name, members);
            return this;
        }

        /** Publishes the sum over some columns under a name of its own. */
        public Builder columnGroup(String name, List<String> members) {
            group(columns, name, members);
            return this;
        }

        private static void group(Map<String, List<String>> axis, String name, List<String> members) {
            if (!axis.keySet().containsAll(members) || axis.putIfAbsent(name, List.copyOf(members)) != null) {
                throw new IllegalArgumentException("group " + name + " is taken or has unknown members: " + members);
            }
        }

        /** {@return the immutable table} */
        public LinkedTable build() {
            Map<Cell, Integer> position = new LinkedHashMap<>();
            for (String row : single(rows)) {
                for (String column : single(columns)) {
                    position.put(new Cell(row, column), position.size());
                }
            }
            long[] inner = new long[position.size()];
            position.forEach((cell, at) -> inner[at] = counts.getOrDefault(cell, 0L));
            Map<Cell, int[]> cells = new LinkedHashMap<>();
            rows.forEach((row, inRow) -> columns.forEach((column, inColumn) -> cells.put(
                    new Cell(row, column),
                    inRow.stream()
                            .flatMap(one -> inColumn.stream().map(other -> new Cell(one, other)))
                            .mapToInt(position::get)
                            .toArray())));
            return new LinkedTable(inner, cells);
        }

        private static List<String> single(Map<String, List<String>> axis) {
            List<String> names = new ArrayList<>();
            axis.forEach((name, members) -> {
                if (members.equals(List.of(name))) {
                    names.add(name);
                }
            });
            return names;
        }
    }
}
