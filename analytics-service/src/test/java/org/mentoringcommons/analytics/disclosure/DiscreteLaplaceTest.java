package org.mentoringcommons.analytics.disclosure;

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
        int edge = edge(scale);
        long[] observed = new long[2 * edge + 1];

        for (long drawn : draws(numerator, denominator)) {
            observed[(int) Math.max(-edge, Math.min(edge, drawn)) + edge]++;
        }

        assertThat(chiSquared(observed, scale, edge)).isGreaterThan(IMPROBABLE);
        // beside a law that is wrong by a tenth, this test is no rubber stamp
        assertThat(chiSquared(observed, scale * 1.1, edge)).isLessThan(IMPROBABLE);
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

    /** From here on values are one, so that enough of each are expected. */
    private static int edge(double scale) {
        int edge = 1;
        while (edge < 60 && DRAWS * Math.exp(-(edge + 1) / scale) / (1 + Math.exp(-1 / scale)) > EXPECTED_AT_LEAST) {
            edge++;
        }
        return edge;
    }

    private static double chiSquared(long[] observed, double scale, int edge) {
        double q = Math.exp(-1 / scale);
        double statistic = 0;
        for (int x = -edge; x <= edge; x++) {
            double probability =
                    Math.abs(x) == edge ? Math.pow(q, edge) / (1 + q) : (1 - q) / (1 + q) * Math.pow(q, Math.abs(x));
            double expected = DRAWS * probability;
            statistic += (observed[x + edge] - expected) * (observed[x + edge] - expected) / expected;
        }
        return ChiSquaredDistribution.of(2 * edge).survivalProbability(statistic);
    }
}
