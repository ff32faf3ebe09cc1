package org.mentoringcommons.analytics.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody can work out about hidden cells from all published ones, knowing only that counts are not negative: whether
 * a cell follows exactly (Gaussian elimination) and between which bounds it lies (linear programs), both in exact
 * arithmetic.
 */
public final class Audit {
    private final LinkedTable table;
    private final RowSpace published = new RowSpace();
    private final ExactSimplex bounds;

    /**
     * Prepares the audit of one pattern.
     *
     * @param table every cell with its true count
     * @param hidden the cells that would not be published
     */
    public Audit(LinkedTable table, Collection<LinkedTable.Cell> hidden) {
        this.table = table;
        List<BigInteger[]> sums = new ArrayList<>();
        List<BigInteger> values = new ArrayList<>();
        for (LinkedTable.Cell cell : table.cells()) {
            if (!hidden.contains(cell)) {
                BigInteger[] sum = indicator(cell, BigInteger.ONE);
                // a sum that follows from the others tells a reader nothing new, and the program grows with every row
                if (!published.contains(sum)) {
                    published.add(sum);
                    sums.add(sum);
                    values.add(BigInteger.valueOf(table.value(cell)));
                }
            }
        }
        this.bounds = new ExactSimplex(sums, values, table.innerCells());
    }

    /** {@return whether the count of a cell follows exactly from published ones by adding and subtracting} */
    public boolean isRecoverable(LinkedTable.Cell cell) {
        return published.contains(indicator(cell, BigInteger.ONE));
    }

    /** {@return the smallest and largest count a cell can have given everything published} */
    public FeasibleInterval feasible(LinkedTable.Cell cell) {
        double upper = bounds.maximum(indicator(cell, BigInteger.ONE));
        double lower = -bounds.maximum(indicator(cell, BigInteger.ONE.negate()));
        return new FeasibleInterval(lower + 0.0, upper);
    }

    /** {@return the feasible intervals of some cells, in their order} */
    public Map<LinkedTable.Cell, FeasibleInterval> feasible(Collection<LinkedTable.Cell> cells) {
        Map<LinkedTable.Cell, FeasibleInterval> intervals = new LinkedHashMap<>();
        cells.forEach(cell -> intervals.put(cell, feasible(cell)));
        return intervals;
    }

    private BigInteger[] indicator(LinkedTable.Cell cell, BigInteger weight) {
        BigInteger[] row = new BigInteger[table.innerCells()];
        Arrays.fill(row, BigInteger.ZERO);
        for (int position : table.parts(cell)) {
            row[position] = weight;
        }
        return row;
    }
}
