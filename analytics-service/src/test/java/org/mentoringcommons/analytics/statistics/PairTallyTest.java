package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counting pairs in plain numbers gives what a sorted map gives. */
class PairTallyTest {

    private static final int UNITS = 60;

    @Test
    void any_order_of_coming_and_going_leaves_the_same_cells_in_the_same_order() {
        SplittableRandom random = new SplittableRandom(20261123);
        for (int cells : new int[] {1, 3, 64, 65, 5_000}) {
            PairTable.Builder table = PairTable.builder(UNITS);
            TreeMap<PairTable.Pair, Long> expected = new TreeMap<>();
            for (int time = 0; time < 4 * cells; time++) {
                int before = random.nextInt(-cells, cells + 1);
                int now = random.nextInt(-2, 3);
                long count = random.nextInt(5);
                table.add(before, now, count);
                expected.merge(new PairTable.Pair(before, now), count, Long::sum);
            }
            PairTable.Pair gone = expected.firstKey();
            table.add(gone.before(), gone.now(), -expected.get(gone));
            expected.remove(gone);
            expected.values().removeIf(count -> count == 0);

            PairTable built = table.build();

            assertThat(new ArrayList<>(built.cells().entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
            assertThat(built.n())
                    .isEqualTo(
                            expected.values().stream().mapToLong(count -> count).sum());
            expected.forEach((pair, count) ->
                    assertThat(built.count(pair.before(), pair.now())).isEqualTo(count));
            assertThat(built.count(gone.before(), gone.now())).isZero();
        }
    }

    @Test
    void pairs_at_the_ends_of_what_an_integer_holds_keep_their_order() {
        PairTable table = PairTable.builder(1)
                .add(Integer.MAX_VALUE, Integer.MIN_VALUE)
                .add(-1, Integer.MAX_VALUE)
                .add(0, -1)
                .add(0, 0)
                .add(Integer.MIN_VALUE, Integer.MAX_VALUE)
                .build();

        assertThat(table.cells().keySet())
                .containsExactly(
                        new PairTable.Pair(Integer.MIN_VALUE, Integer.MAX_VALUE),
                        new PairTable.Pair(-1, Integer.MAX_VALUE),
                        new PairTable.Pair(0, -1),
                        new PairTable.Pair(0, 0),
                        new PairTable.Pair(Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    @Test
    void more_than_a_long_holds_and_fewer_than_nobody_are_refused() {
        PairTable.Builder full = PairTable.builder(1).add(1, 2, Long.MAX_VALUE);
        PairTable.Builder owing = PairTable.builder(1).add(1, 2, -1);
        PairTable.Builder many = PairTable.builder(1).add(1, 2, Long.MAX_VALUE).add(2, 2, 1);

        assertThatThrownBy(() -> full.add(1, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(owing::build).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(many::build).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void products_beyond_a_long_are_summed_exactly() {
        PairTable.Builder huge = PairTable.builder(1);
        Map.of(1_000_000, 2_000_000, 2_000_000, 4_000_000, 3_000_000, 6_000_000)
                .forEach((before, now) -> huge.add(before, now, 100_000_000_000L));

        assertThat(PairedMoments.of(huge.build()).correlation()).hasValue(1);
    }
}
