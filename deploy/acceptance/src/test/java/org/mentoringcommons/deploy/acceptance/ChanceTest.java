package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Probabilities beside what is counted out. */
class ChanceTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void of_all_orders_of_six_as_many_have_no_more_inversions() {
        List<List<Integer>> all = permutations(6);
        for (int inversions = 0; inversions <= 15; inversions++) {
            int most = inversions;
            long counted =
                    all.stream().filter(order -> inversions(order) <= most).count();
            assertThat(Chance.orders(6, inversions)).isEqualTo(counted / 720.0, EXACTLY);
        }
    }

    @Test
    void of_all_ways_to_give_six_people_their_deeds_no_more_are_as_right() {
        List<List<Integer>> all = permutations(6);
        for (int guessed = 1; guessed <= 6; guessed++) {
            for (int right = 1; right <= guessed; right++) {
                int of = guessed;
                int least = right;
                long counted = all.stream()
                        .filter(truth -> IntStream.range(0, of)
                                        .filter(person -> truth.get(person) == person)
                                        .count()
                                >= least)
                        .count();
                assertThat(Chance.guesses(6, guessed, 1, right))
                        .as("%d of %d", right, guessed)
                        .isGreaterThanOrEqualTo(counted / 720.0 - 1e-12);
            }
        }
        assertThat(Chance.guesses(6, 6, 1, 6)).isEqualTo(1 / 720.0, EXACTLY);
        assertThat(Chance.guesses(24, 5, 1, 5)).isEqualTo(1 / (24.0 * 23 * 22 * 21 * 20), EXACTLY);
        assertThat(Chance.guesses(24, 1, 6, 1)).isEqualTo(0.25, EXACTLY);
    }

    @Test
    void of_all_groups_of_three_of_eight_as_many_share_that_many() {
        List<Integer> masks = IntStream.range(0, 256)
                .filter(mask -> Integer.bitCount(mask) == 3)
                .boxed()
                .toList();
        for (int common = 0; common <= 3; common++) {
            int least = common;
            long counted = masks.stream()
                    .filter(mask -> Integer.bitCount(mask & 0b111) >= least)
                    .count();
            assertThat(Chance.groups(8, 3, common)).isEqualTo(counted / (double) masks.size(), EXACTLY);
        }
    }

    private static long inversions(List<Integer> order) {
        return IntStream.range(0, order.size())
                .mapToLong(place -> IntStream.range(0, place)
                        .filter(before -> order.get(before) > order.get(place))
                        .count())
                .sum();
    }

    private static List<List<Integer>> permutations(int of) {
        if (of == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(of - 1)) {
            for (int place = 0; place < of; place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, of - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
