package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.disclosure.Scores;
import org.mentoringcommons.analytics.statistics.Counts;

/**
 * Every possible set of answers to one seven-point item, and all that may be published about each: how many sets are the only
 * one that fits what is published. With everything unrounded nearly all are.
 */
class OneItemTest {

    private static final int POINTS = 7;
    private static final int DISSENTERS = 3;
    private static final int HASH = 1_000_003;

    @ParameterizedTest
    @CsvSource({"11, 0.002", "20, 0.002", "30, 0.01"})
    void hardlyAnySetOfAnswersFollowsFromWhatIsPublished(int people, double share) {
        assertThat(alone(people, true)).isLessThan(share);
    }

    @ParameterizedTest
    @CsvSource({"11, 0.5"})
    void mostFollowFromTheSameFiguresUnrounded(int people, double share) {
        assertThat(alone(people, false)).isGreaterThan(share);
    }

    /** The share of sets of answers that no other set shares all figures with. */
    private static double alone(int people, boolean rounded) {
        Map<Long, Integer> sets = new HashMap<>();
        long[] all = new long[1];
        each(new int[POINTS], 0, people, counts -> {
            if (Arrays.stream(counts).max().getAsInt() <= people - DISSENTERS) {
                all[0]++;
                sets.merge(rounded ? published(counts, people) : unrounded(counts), 1, Integer::sum);
            }
        });
        return (double) sets.values().stream().filter(count -> count == 1).count() / all[0];
    }

    interface Reader {
        void read(int[] counts);
    }

    private static void each(int[] counts, int point, int left, Reader reader) {
        if (point == POINTS - 1) {
            counts[point] = left;
            reader.read(counts);
            return;
        }
        for (int here = 0; here <= left; here++) {
            counts[point] = here;
            each(counts, point + 1, left - here, reader);
        }
    }

    /** By the thresholds: mean and median from 11 people on, the standard deviation from 20, quartiles from 30. */
    private static long published(int[] counts, int people) {
        Scores scores = new Scores(counts(counts), 1);
        long figures = scores.mean().tenths() * HASH + scores.quantile(1, 2).tenths();
        if (people >= 20) {
            figures = figures * HASH + scores.sd().tenths();
        }
        if (people >= 30) {
            for (int tenths : new int[] {1, 9}) {
                figures = figures * HASH + scores.quantile(tenths, 10).tenths();
            }
            figures = figures * HASH + scores.quantile(1, 4).tenths();
            figures = figures * HASH + scores.quantile(3, 4).tenths();
        }
        return figures;
    }

    /** Sum, sum of squares, and the five numbers. */
    private static long unrounded(int[] counts) {
        Scores scores = new Scores(counts(counts), 1);
        long sum = 0;
        long squares = 0;
        int smallest = POINTS;
        int largest = 0;
        for (int point = 0; point < POINTS; point++) {
            sum += (long) counts[point] * point;
            squares += (long) counts[point] * point * point;
            smallest = counts[point] > 0 ? Math.min(smallest, point) : smallest;
            largest = counts[point] > 0 ? point : largest;
        }
        long figures = sum * HASH + squares;
        for (int quarter = 1; quarter <= 3; quarter++) {
            figures = figures * 100 + scores.quantile(quarter, 4).tenths();
        }
        return (figures * 10 + smallest) * 10 + largest;
    }

    private static Counts counts(int[] counts) {
        Map<Integer, Long> tally = new HashMap<>();
        for (int point = 0; point < POINTS; point++) {
            if (counts[point] > 0) {
                tally.put(point + 1, (long) counts[point]);
            }
        }
        return Counts.of(tally);
    }
}
