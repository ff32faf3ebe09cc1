package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.FeasibleInterval;
import org.mentoringcommons.analytics.disclosure.LinkedTable;
import org.mentoringcommons.analytics.disclosure.LinkedTable.Cell;
import org.mentoringcommons.analytics.disclosure.Suppression;

/** The table of fixture 11, institutions by answers with hubs and a nation: a threshold hides twelve cells, and protects four. */
class FixtureElevenTest {

    private static final List<String> ANSWERS = List.of("yes", "no", "unsure");
    private static final Map<String, List<String>> HUBS = Map.of(
            "HUB_A", List.of("I01", "I02", "I03"),
            "HUB_B", List.of("I04", "I05"),
            "HUB_C", List.of("I06", "I07", "I08"));
    private static final long[][] COUNTS = {
        {44, 14, 2}, {44, 2, 14}, {36, 4, 6}, {26, 4, 1}, {67, 7, 1}, {16, 6, 0}, {51, 8, 16}, {55, 5, 15}
    };

    private final LinkedTable table = table();
    private final Suppression suppression = Suppression.withDefaults();

    @Test
    void withoutSuppressionEverySmallCellIsRead() {
        assertThat(found(Set.of())).hasSize(12);
    }

    @Test
    void aThresholdAloneLetsEightOfTwelveBeWorkedOutExactly() {
        Map<String, FeasibleInterval> found = found(Set.copyOf(suppression.primary(table)));

        assertThat(found.values().stream().filter(interval -> interval.width() == 0))
                .hasSize(8);
    }

    @Test
    void secondarySuppressionLeavesNothingToFind() {
        Suppression.Result result = suppression.protect(table);
        Set<Cell> hidden = new LinkedHashSet<>(result.primary());
        hidden.addAll(result.secondary());

        assertThat(found(hidden)).isEmpty();
    }

    private Map<String, FeasibleInterval> found(Set<Cell> hidden) {
        Attacker attacker = new Attacker(COUNTS.length * ANSWERS.size());
        table.cells().stream()
                .filter(cell -> !hidden.contains(cell))
                .forEach(cell -> attacker.learn(who(cell), table.value(cell)));
        Map<String, BitSet> secrets = new LinkedHashMap<>();
        suppression.primary(table).forEach(cell -> secrets.put(cell.toString(), who(cell)));
        return attacker.gains(secrets);
    }

    private static BitSet who(Cell cell) {
        BitSet who = new BitSet();
        for (int row = 0; row < COUNTS.length; row++) {
            for (int answer = 0; answer < ANSWERS.size(); answer++) {
                String institution = "I0" + (row + 1);
                boolean in = cell.row().equals("NATION")
                        || cell.row().equals(institution)
                        || HUBS.getOrDefault(cell.row(), List.of()).contains(institution);
                boolean answered =
                        cell.column().equals("TOTAL") || cell.column().equals(ANSWERS.get(answer));
                who.set(row * ANSWERS.size() + answer, in && answered);
            }
        }
        return who;
    }

    private static LinkedTable table() {
        LinkedTable.Builder table = LinkedTable.builder();
        for (int row = 0; row < COUNTS.length; row++) {
            for (int answer = 0; answer < ANSWERS.size(); answer++) {
                table.count("I0" + (row + 1), ANSWERS.get(answer), COUNTS[row][answer]);
            }
        }
        List.of("HUB_A", "HUB_B", "HUB_C").forEach(hub -> table.rowGroup(hub, HUBS.get(hub)));
        return table.rowGroup(
                        "NATION",
                        HUBS.values().stream().flatMap(List::stream).sorted().toList())
                .columnGroup("TOTAL", ANSWERS)
                .build();
    }
}
