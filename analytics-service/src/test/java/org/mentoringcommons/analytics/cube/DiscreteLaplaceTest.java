package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn, beside the probabilities it is to be drawn with; secrets are fixed, so the same is drawn every time. */
class DiscreteLaplaceTest {

    private static final int DRAWS = 40_000;
    private static final double EXPECTED_AT_LEAST = 20;
    private static final double IMPROBABLE = 1e-4;

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "7,3", "5,2", "40,1", "2520,1"})
    void drawsAreAsProbableAsTheyShouldBe(long numerator, long denominator) {
        double scale = (double) numerator / denominator;
        int width = width(scale);
        int edge = edge(scale / width);
        long[] observed = new long[2 * edge + 1];

        for (long drawn : draws(numerator, denominator)) {
            observed[(int) Math.max(-edge, Math.min(edge, Math.floorDiv(drawn, width))) + edge]++;
        }

        assertThat(chiSquared(observed, scale, width, edge)).isGreaterThan(IMPROBABLE);
        // beside a law that is wrong by a tenth, this test is no rubber stamp
        assertThat(chiSquared(observed, scale * 1.1, width, edge)).isLessThan(IMPROBABLE);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "40,1"})
    void tailsAreAsLongAsTheyShouldBe(long numerator, long denominator) {
        double scale = (double) numerator / denominator;
        long[] draws = draws(numerator, denominator);

        for (int tail : new int[] {1, (int) Math.ceil(2 * scale), (int) Math.ceil(5 * scale)}) {
            double probability = 2 * Math.exp(-tail / scale) / (1 + Math.exp(-1 / scale));
            long beyond = Arrays.stream(draws).filter(x -> Math.abs(x) >= tail).count();
            assertThat((double) beyond)
                    .isCloseTo(DRAWS * probability, within(4 * Math.sqrt(DRAWS * probability * (1 - probability))));
        }
        assertThat(Arrays.stream(draws).max().orElseThrow()).isGreaterThan((long) (8 * scale));
        assertThat(Arrays.stream(draws).average().orElseThrow())
                .isCloseTo(0, within(4 * Math.sqrt(2) * (scale + 1) / Math.sqrt(DRAWS)));
    }

    @Test
    void theSameSecretAndNameDrawTheSame() {
        assertThat(drawn(new byte[32], "n")).isEqualTo(drawn(new byte[32], "n"));
        assertThat(drawn(new byte[32], "n")).isNotEqualTo(drawn(new byte[32], "sum"));
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(drawn(new byte[32], "n")).isNotEqualTo(drawn(other, "n"));
    }

    @Test
    void aShortSecretOrNoScaleIsRefused() {
        assertThatThrownBy(() -> new SecretBits(new byte[31], "n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DiscreteLaplace(BigInteger.ZERO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String drawn(byte[] secret, String name) {
        DiscreteLaplace law = new DiscreteLaplace(BigInteger.valueOf(1_000_000), BigInteger.ONE);
        SecretBits bits = new SecretBits(secret, name);
        return law.draw(bits) + " " + law.draw(bits) + " " + law.draw(bits);
    }

    private static long[] draws(long numerator, long denominator) {
        DiscreteLaplace law = new DiscreteLaplace(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        SecretBits bits = new SecretBits(new byte[32], numerator + "/" + denominator);
        return java.util.stream.LongStream.range(0, DRAWS)
                .map(i -> law.draw(bits).longValueExact())
                .toArray();
    }

    /** So many values are one where they are many, so that enough are expected. */
    private static int width(double scale) {
        return (int) Math.max(1, scale / 10);
    }

    /** All from here on are one. */
    private static int edge(double scale) {
        int edge = 1;
        while (DRAWS * Math.exp(-(edge + 1) / scale) / 4 > EXPECTED_AT_LEAST) {
            edge++;
        }
        return edge;
    }

    private static double chiSquared(long[] observed, double scale, int width, int edge) {
        double[] expected = new double[observed.length];
        double within = 0;
        for (int i = 1; i < expected.length - 1; i++) {
            for (int x = (i - edge) * width; x < (i - edge + 1) * width; x++) {
                expected[i] += DRAWS * probability(x, scale);
            }
            within += expected[i];
        }
        double above = DRAWS * Math.exp(-(double) edge * width / scale) / (1 + Math.exp(-1 / scale));
        expected[expected.length - 1] = above;
        expected[0] = DRAWS - within - above;
        double statistic = 0;
        for (int i = 0; i < expected.length; i++) {
            statistic += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
        }
        return ChiSquaredDistribution.of(expected.length - 1).survivalProbability(statistic);
    }

    private static double probability(int x, double scale) {
        double q = Math.exp(-1 / scale);
        return (1 - q) / (1 + q) * Math.pow(q, Math.abs(x));
    }
}
