package org.mentoringcommons.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** No small count may follow, exactly or nearly, from what stays visible. */
class SuppressionTest {
    @Test
    void aSmallCellAloneFollowsFromItsTotals() {
        LinkedTable table = table(new long[][] {{3, 40}, {50, 60}});
        LinkedTable.Cell small = new LinkedTable.Cell("r0", "c0");

        Audit audit = new Audit(table, Set.of(small));

        assertThat(audit.isRecoverable(small)).isTrue();
        assertThat(audit.feasible(small)).isEqualTo(new FeasibleInterval(3, 3));
        assertThat(Suppression.withDefaults().unsafe(table, Set.of(small))).containsExactly(small);
    }

    @Test
    void aRectangleOfHiddenCellsLeavesEachAsUncertainAsItsSmallestAllows() {
        LinkedTable table = table(new long[][] {{3, 40}, {50, 60}});
        Set<LinkedTable.Cell> rectangle = Set.of(
                new LinkedTable.Cell("r0", "c0"),
                new LinkedTable.Cell("r0", "c1"),
                new LinkedTable.Cell("r1", "c0"),
                new LinkedTable.Cell("r1", "c1"));

        Audit audit = new Audit(table, rectangle);

        // row total 43 and column total 53 bound the corner; the opposite corner 60 would not run out first
        assertThat(audit.feasible(new LinkedTable.Cell("r0", "c0"))).isEqualTo(new FeasibleInterval(0, 43));
        assertThat(Suppression.withDefaults().unsafe(table, rectangle)).isEmpty();
    }

    @Test
    void aTableWithoutSmallCountsIsPublishedWhole() {
        Suppression.Result result = Suppression.withDefaults().protect(table(new long[][] {{30, 40}, {50, 0}}));

        assertThat(result.primary()).isEmpty();
        assertThat(result.secondary()).isEmpty();
    }

    @Test
    void aTableOfOneSmallCellIsHiddenWhole() {
        LinkedTable table = table(new long[][] {{4}});

        Suppression.Result result = Suppression.withDefaults().protect(table);

        assertThat(result.primary()).hasSameSizeAs(table.cells());
        assertThat(result.intervals().values())
                .allSatisfy(interval -> assertThat(interval.upper()).isInfinite());
    }

    @RepeatedTest(8)
    void everyPatternFoundKeepsEverySmallCellUncertain(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[][] counts = new long[3 + random.nextInt(3)][2 + random.nextInt(2)];
        for (long[] row : counts) {
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(4) == 0 ? random.nextInt(11) : 11 + random.nextInt(40);
            }
        }
        LinkedTable table = table(counts);

        Suppression.Result result = Suppression.withDefaults().protect(table);

        Set<LinkedTable.Cell> hidden = new HashSet<>(result.primary());
        hidden.addAll(result.secondary());
        assertThat(Suppression.withDefaults().unsafe(table, hidden)).isEmpty();
        result.secondary().forEach(cell -> {
            Set<LinkedTable.Cell> fewer = new HashSet<>(hidden);
            fewer.remove(cell);
            assertThat(Suppression.withDefaults().unsafe(table, fewer))
                    .as("%s is hidden for a reason", cell)
                    .isNotEmpty();
        });
    }

    @Test
    void unknownCellsAndNegativeCountsAreRefused() {
        assertThatThrownBy(() -> table(new long[][] {{12}}).value(new LinkedTable.Cell("r9", "c0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such cell");
        assertThatThrownBy(() -> LinkedTable.builder().count("r", "c", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LinkedTable table(long[][] counts) {
        LinkedTable.Builder table = LinkedTable.builder();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                table.count("r" + row, "c" + column, counts[row][column]);
            }
        }
        List<String> rows = java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(row -> "r" + row)
                .toList();
        List<String> columns = java.util.stream.IntStream.range(0, counts[0].length)
                .mapToObj(column -> "c" + column)
                .toList();
        return table.rowGroup("ALL", rows).columnGroup("TOTAL", columns).build();
    }
}
