package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.analytics.statistics.Method;

/**
 * Hides small cells and as few others as it finds necessary. Primary: counts from 1 to threshold - 1. A primary cell is
 * protected when its feasible interval, audited over the whole linked table, is at least threshold - 1 wide. Secondary cells
 * are added greedily, then every one that turned out unnecessary is published again. Immutable.
 */
public final class Suppression {
    private static final Method METHOD = new Method(
            "greedy secondary suppression, Gaussian elimination and linear-program audit in exact arithmetic", "1.0");
    private static final int CANDIDATES = 14;
    /** Bounds are rational numbers rounded to doubles; counts differ by whole numbers. */
    private static final double ROUNDING = 1e-9;

    private static final Suppression DEFAULTS = new Suppression(11);

    private final long threshold;

    private Suppression(long threshold) {
        this.threshold = threshold;
    }

    /** {@return suppression of counts below 11} */
    public static Suppression withDefaults() {
        return DEFAULTS;
    }

    /** {@return this with another threshold, at least 2: the smallest count that may be shown} */
    public Suppression withThreshold(long smallestShown) {
        if (smallestShown < 2) {
            throw new IllegalArgumentException("threshold below 2: " + smallestShown);
        }
        return new Suppression(smallestShown);
    }

    /** {@return the cells that are too small to be shown, in the table's order} */
    public List<LinkedTable.Cell> primary(LinkedTable table) {
        return table.cells().stream()
                .filter(cell -> table.value(cell) > 0 && table.value(cell) < threshold)
                .toList();
    }

    /** {@return the primary cells whose feasible interval is too narrow under a pattern, in the table's order} */
    public List<LinkedTable.Cell> unsafe(LinkedTable table, Set<LinkedTable.Cell> hidden) {
        Audit audit = new Audit(table, hidden);
        return primary(table).stream().filter(cell -> !isWide(audit, cell)).toList();
    }

    private boolean isWide(Audit audit, LinkedTable.Cell cell) {
        return !audit.isRecoverable(cell) && audit.feasible(cell).width() >= threshold - 1 - ROUNDING;
    }

    /**
     * Finds a valid pattern.
     *
     * @param table every cell with its true count
     * @return the cells to hide and the audited intervals of the primary ones
     */
    public Result protect(LinkedTable table) {
        List<LinkedTable.Cell> primary = primary(table);
        Set<LinkedTable.Cell> hidden = new LinkedHashSet<>(primary);
        List<LinkedTable.Cell> unsafe = unsafe(table, hidden);
        while (!unsafe.isEmpty()) {
            hidden.add(widening(table, hidden, unsafe.get(0)).orElseThrow());
            unsafe = unsafe(table, hidden);
        }
        List<LinkedTable.Cell> secondary = new ArrayList<>(hidden);
        secondary.removeAll(primary);
        secondary.sort(Comparator.comparingLong(table::value).reversed());
        for (LinkedTable.Cell cell : secondary) {
            hidden.remove(cell);
            if (!unsafe(table, hidden).isEmpty()) {
                hidden.add(cell);
            }
        }
        return new Result(
                METHOD,
                threshold,
                primary,
                hidden.stream().filter(cell -> !primary.contains(cell)).toList(),
                new Audit(table, hidden).feasible(primary));
    }

    /** The published cell whose hiding widens an unsafe cell's interval most: small inner cells in its row or column first. */
    private Optional<LinkedTable.Cell> widening(
            LinkedTable table, Set<LinkedTable.Cell> hidden, LinkedTable.Cell unsafe) {
        List<LinkedTable.Cell> published = table.cells().stream()
                .filter(cell -> !hidden.contains(cell) && table.value(cell) > 0)
                .sorted(Comparator.<LinkedTable.Cell>comparingInt(cell -> table.parts(cell).length)
                        .thenComparingLong(table::value))
                .toList();
        List<LinkedTable.Cell> near = published.stream()
                .filter(cell -> cell.row().equals(unsafe.row()) || cell.column().equals(unsafe.column()))
                .limit(CANDIDATES)
                .toList();
        LinkedTable.Cell best = null;
        double widest = -1;
        for (LinkedTable.Cell candidate : near.isEmpty() ? published : near) {
            Set<LinkedTable.Cell> more = new LinkedHashSet<>(hidden);
            more.add(candidate);
            double width =
                    Math.min(threshold, new Audit(table, more).feasible(unsafe).width());
            if (width > widest + ROUNDING) {
                widest = width;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A pattern.
     *
     * @param method how it was found and audited
     * @param threshold the smallest count that may be shown
     * @param primary cells too small to be shown
     * @param secondary cells hidden to protect them
     * @param intervals audited feasible intervals of the primary cells
     */
    public record Result(
            Method method,
            long threshold,
            List<LinkedTable.Cell> primary,
            List<LinkedTable.Cell> secondary,
            Map<LinkedTable.Cell, FeasibleInterval> intervals) {}
}
