package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Simulated error rates and coverage with fixed seeds, judged within 4 standard errors of the simulation: a wrong variance,
 * tie correction or degree of freedom leaves these bands.
 */
class ErrorRatesTest {
    private static final int RUNS = 4_000;
    private static final double ALPHA = 0.05;

    @Test
    void theExactSignedRankTestRejectsATrueNullAtMostAsOftenAsItSays() {
        double rate = rejections(random -> SignedRank.withDefaults()
                .test(Population.of(25, 0, random).table())
                .pExact()
                .orElse(1));

        assertThat(rate).isBetween(0.02, ALPHA + error(ALPHA));
    }

    @Test
    void theAsymptoticSignedRankTestKeepsItsLevelOnTiedAnswers() {
        double rate = rejections(random -> SignedRank.withDefaults()
                .test(Population.of(60, 0, random).table())
                .pAsymptotic()
                .orElse(1));

        assertThat(rate).isBetween(ALPHA - error(ALPHA), ALPHA + error(ALPHA));
    }

    @Test
    void brunnerMunzelAndMannWhitneyKeepTheirLevel() {
        double munzel = rejections(random -> BrunnerMunzel.withDefaults()
                .test(gains(30, random), gains(40, random))
                .p()
                .orElse(1));
        double ranks = rejections(random -> MannWhitney.withDefaults()
                .withExactUpTo(0)
                .test(gains(30, random), gains(40, random))
                .pAsymptotic()
                .orElse(1));

        assertThat(munzel).isBetween(ALPHA - error(ALPHA), ALPHA + 1.5 * error(ALPHA));
        assertThat(ranks).isBetween(ALPHA - error(ALPHA), ALPHA + error(ALPHA));
    }

    @Test
    void theClusteredTestKeepsItsLevelWhereThePlainOneDoesNot() {
        List<Double> plain = new ArrayList<>();
        double clustered = rejections(random -> {
            List<Counts> workshops = workshops(30, 8, random);
            plain.add(SignedRank.withDefaults()
                    .withExactUpTo(0)
                    .test(workshops.stream().reduce(Counts.none(), Counts::plus))
                    .pAsymptotic()
                    .orElse(1));
            return ClusteredSignedRank.withDefaults().test(workshops).p().orElse(1);
        });
        double plainRate = plain.stream().filter(p -> p < ALPHA).count() / (double) RUNS;

        assertThat(clustered).isBetween(ALPHA - 1.5 * error(ALPHA), ALPHA + 1.5 * error(ALPHA));
        assertThat(plainRate).isGreaterThan(2 * ALPHA);
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        Random random = new Random(7);
        int mean = 0;
        int typical = 0;
        int share = 0;
        for (int run = 0; run < RUNS; run++) {
            PairTable table = Population.of(40, 0, random).table();
            mean += PairedT.withDefaults()
                            .test(table)
                            .meanInterval()
                            .orElseThrow()
                            .contains(0)
                    ? 1
                    : 0;
            typical += HodgesLehmann.withDefaults()
                            .estimate(table)
                            .interval()
                            .orElseThrow()
                            .contains(0)
                    ? 1
                    : 0;
            int yes = 0;
            for (int person = 0; person < 40; person++) {
                yes += random.nextDouble() < 0.85 ? 1 : 0;
            }
            share += new Proportion(yes, 40).clopperPearson(0.95).orElseThrow().contains(0.85) ? 1 : 0;
        }

        double error = error(ALPHA);
        assertThat(mean / (double) RUNS).isBetween(0.95 - error, 0.95 + error);
        assertThat(typical / (double) RUNS).isGreaterThan(0.95 - error);
        assertThat(share / (double) RUNS).isGreaterThan(0.95 - error);
    }

    private static double rejections(ToDoubleFunction<Random> p) {
        Random random = new Random(42);
        int rejected = 0;
        for (int run = 0; run < RUNS; run++) {
            rejected += p.applyAsDouble(random) < ALPHA ? 1 : 0;
        }
        return rejected / (double) RUNS;
    }

    /** Four standard errors of a simulated share. */
    private static double error(double share) {
        return 4 * Math.sqrt(share * (1 - share) / RUNS);
    }

    private static Counts gains(int size, Random random) {
        return Population.of(size, 0.4, random).table().differences();
    }

    /** Workshops that share a random effect, symmetric about zero. */
    private static List<Counts> workshops(int number, int size, Random random) {
        List<Counts> workshops = new ArrayList<>();
        for (int workshop = 0; workshop < number; workshop++) {
            double shared = random.nextGaussian();
            int[] gains = new int[size];
            for (int person = 0; person < size; person++) {
                gains[person] = (int) Math.round(shared + random.nextGaussian());
            }
            workshops.add(Counts.ofValues(gains));
        }
        return workshops;
    }
}
