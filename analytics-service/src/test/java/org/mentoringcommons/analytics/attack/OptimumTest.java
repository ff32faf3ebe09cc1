package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.LinkedTable;
import org.mentoringcommons.analytics.disclosure.LinkedTable.Cell;
import org.mentoringcommons.analytics.disclosure.Links;
import org.mentoringcommons.analytics.disclosure.Pattern;
import org.mentoringcommons.analytics.disclosure.Suppression;

/**
 * How many cells of small tables of hubs and kinds are hidden, beside the fewest that leave every small cell uncertain: all
 * choices of fewer cells are tried, each judged by exact linear programs.
 */
class OptimumTest {

    private static final int HUBS = 4;
    private static final int KINDS = 2;
    private static final int THRESHOLD = 11;

    @Test
    void withinFifteenPercentOfTheFewest() {
        Random random = new Random(5);
        int ours = 0;
        int fewest = 0;
        for (int cube = 0; cube < 12; cube++) {
            long[][] counts = new long[HUBS][KINDS];
            for (long[] hub : counts) {
                for (int kind = 0; kind < KINDS; kind++) {
                    hub[kind] = random.nextInt(6) == 0 ? 1 + random.nextInt(10) : 11 + random.nextInt(60);
                }
            }
            LinkedTable table = table(counts);
            Set<Cell> hidden = hidden(counts);
            assertThat(Suppression.withDefaults().unsafe(table, hidden)).isEmpty();
            ours += hidden.size();
            fewest += fewest(table, hidden.size());
        }

        assertThat(fewest).isPositive();
        assertThat((double) ours / fewest).isLessThan(1.15);
    }

    /** By all choices, smaller ones first. */
    private static int fewest(LinkedTable table, int known) {
        List<Cell> primary = Suppression.withDefaults().primary(table);
        List<Cell> others = new ArrayList<>(table.cells());
        others.removeAll(primary);
        for (int more = 0; primary.size() + more < known; more++) {
            for (int choice = 0; choice < 1 << others.size(); choice++) {
                if (Integer.bitCount(choice) == more) {
                    Set<Cell> hidden = new HashSet<>(primary);
                    for (int cell = 0; cell < others.size(); cell++) {
                        if ((choice >> cell & 1) == 1) {
                            hidden.add(others.get(cell));
                        }
                    }
                    if (Suppression.withDefaults().unsafe(table, hidden).isEmpty()) {
                        return hidden.size();
                    }
                }
            }
        }
        return known;
    }

    /** Groups: the nation, hubs, kinds, then hubs by kinds. */
    private static Set<Cell> hidden(long[][] counts) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell("NATION", "ALL")));
        IntStream.range(0, HUBS).forEach(hub -> cells.add(new Cell("h" + hub, "ALL")));
        IntStream.range(0, KINDS).forEach(kind -> cells.add(new Cell("NATION", "k" + kind)));
        for (int hub = 0; hub < HUBS; hub++) {
            for (int kind = 0; kind < KINDS; kind++) {
                cells.add(new Cell("h" + hub, "k" + kind));
            }
        }
        List<Links.Sum> sums = new ArrayList<>();
        sums.add(new Links.Sum(
                0, IntStream.range(0, HUBS).map(hub -> 1 + hub).boxed().toList(), false));
        sums.add(new Links.Sum(
                0,
                IntStream.range(0, KINDS).map(kind -> 1 + HUBS + kind).boxed().toList(),
                false));
        int inner = 1 + HUBS + KINDS;
        for (int hub = 0; hub < HUBS; hub++) {
            int from = inner + hub * KINDS;
            sums.add(new Links.Sum(
                    1 + hub, IntStream.range(from, from + KINDS).boxed().toList(), true));
        }
        for (int kind = 0; kind < KINDS; kind++) {
            int first = inner + kind;
            sums.add(new Links.Sum(
                    1 + HUBS + kind,
                    IntStream.range(0, HUBS)
                            .map(hub -> first + hub * KINDS)
                            .boxed()
                            .toList(),
                    false));
        }
        LinkedTable table = table(counts);
        Pattern.People people = new Pattern.People() {
            @Override
            public long size(int group) {
                return table.value(cells.get(group));
            }

            @Override
            public boolean mayShow(List<Integer> groups) {
                return groups.stream().mapToLong(this::size).sum() >= THRESHOLD;
            }
        };
        BitSet hidden = Pattern.hide(new Links(cells.size(), sums), people, new BitSet());
        Set<Cell> all = new HashSet<>();
        hidden.stream().forEach(group -> all.add(cells.get(group)));
        return all;
    }

    private static LinkedTable table(long[][] counts) {
        LinkedTable.Builder table = LinkedTable.builder();
        List<String> hubs = IntStream.range(0, HUBS).mapToObj(hub -> "h" + hub).toList();
        List<String> kinds =
                IntStream.range(0, KINDS).mapToObj(kind -> "k" + kind).toList();
        for (int hub = 0; hub < HUBS; hub++) {
            for (int kind = 0; kind < KINDS; kind++) {
                table.count(hubs.get(hub), kinds.get(kind), counts[hub][kind]);
            }
        }
        return table.rowGroup("NATION", hubs).columnGroup("ALL", kinds).build();
    }
}
