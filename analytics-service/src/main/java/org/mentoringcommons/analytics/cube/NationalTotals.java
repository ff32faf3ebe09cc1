package org.mentoringcommons.analytics.cube;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Tenths;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.study.Noise;

/**
 * What a differentially private study publishes: of everybody, counts of answers and sums of gains, each with discrete Laplace
 * noise, and what follows from these. Every measure has the same part of epsilon. Which measures there are is declared, and does
 * not depend on answers; who was present, and codes, which do, are left out.
 */
final class NationalTotals {

    private static final int PERCENT = 100;
    private static final int DIGITS = 4;
    private static final String COUNT = "count ";

    private final Cube cube;
    private final Thresholds thresholds;
    private final BigDecimal epsilon;
    /** Of a count of one measure, times epsilon. */
    private final BigDecimal scale;

    private NationalTotals(Cube cube, Thresholds thresholds, Noise noise) {
        this.cube = cube;
        this.thresholds = thresholds;
        long measures = cube.measures().keySet().stream()
                .filter(NationalTotals::isOfAnswers)
                .count();
        this.scale = BigDecimal.valueOf(measures);
        this.epsilon = noise.epsilon();
    }

    static Publication of(Cube cube, Thresholds thresholds, Noise noise, int number) {
        NationalTotals totals = new NationalTotals(cube, thresholds, noise);
        List<PublishedCell> cells = new ArrayList<>();
        cube.measures().forEach((key, measured) -> {
            if (isOfAnswers(key)) {
                cells.add(
                        new PublishedCell(CellKey.NATION, key, OptionalInt.of(number), totals.figures(key, measured)));
            }
        });
        return new Publication(
                new Published(number, List.copyOf(cells)),
                new Standing(
                        cube.countable(),
                        new Collapsing(new TreeMap<>(), new TreeMap<>()),
                        new TreeMap<>(),
                        new TreeMap<>()),
                new Gate(0, List.of()));
    }

    private static boolean isOfAnswers(MeasureKey key) {
        return switch (key.subject()) {
            case SATISFACTION, CHOICE, GAIN -> true;
            case PARTICIPATION, CODED -> false;
        };
    }

    private List<Figure> figures(MeasureKey key, Measured measured) {
        Tally nation = measured.byGroup().getOrDefault(CellKey.NATION, new Tally.Builder(0).build());
        return measured.form() == Measured.Form.SCORES ? scores(key, measured, nation) : shares(key, measured, nation);
    }

    /** Whoever answers is counted once, so all counts together change by one with a questionnaire. */
    private List<Figure> shares(MeasureKey key, Measured measured, Tally nation) {
        boolean oneOf = measured.form() == Measured.Form.ONE_OF;
        int answers = oneOf ? measured.categories().size() : 2;
        List<BigInteger> counts = new ArrayList<>();
        for (int answer = 0; answer < answers; answer++) {
            counts.add(noisy(nation.count(answer), scale, key, COUNT + answer));
        }
        BigInteger n = counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<Figure> figures = new ArrayList<>(List.of(Figure.shown("n", n)));
        for (int answer = oneOf ? 0 : 1; answer < answers; answer++) {
            String of = oneOf ? ":" + measured.categories().get(answer) : "";
            figures.add(Figure.shown("numerator" + of, counts.get(answer)));
            figures.add(percent("percent" + of, counts.get(answer), n));
        }
        figures.add(scale("noise_scale", scale));
        return List.copyOf(figures);
    }

    /** Half of it for the counts, half for the sum, in which one gain is at most the range of the scale. */
    private List<Figure> scores(MeasureKey key, Measured measured, Tally nation) {
        BigDecimal ofCounts = scale.multiply(BigDecimal.valueOf(2));
        BigDecimal ofSum = ofCounts.multiply(BigDecimal.valueOf(measured.range()));
        long sum = 0;
        long[] counts = new long[3];
        for (Map.Entry<Long, Long> pair : nation.counts().entrySet()) {
            int gain = Measured.now(pair.getKey()) - Measured.before(pair.getKey());
            int within = Math.max(-measured.range(), Math.min(measured.range(), gain));
            sum = Math.addExact(sum, Math.multiplyExact(pair.getValue(), within));
            counts[measured.form().sort(pair.getKey())] += pair.getValue();
        }
        List<BigInteger> sorts = new ArrayList<>();
        for (int sort = 0; sort < counts.length; sort++) {
            sorts.add(noisy(counts[sort], ofCounts, key, COUNT + sort));
        }
        BigInteger n = sorts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger gains = noisy(sum, ofSum, key, "sum");
        return List.of(
                Figure.shown("n", n),
                Figure.shown("sum_gain", gains),
                isEnough(n)
                        ? Figure.shown(
                                "mean_gain",
                                Tenths.ofRatio(gains, n.multiply(BigInteger.valueOf(measured.unitsPerPoint()))))
                        : Figure.suppressed("mean_gain"),
                Figure.shown("n_positive", sorts.get(2)),
                Figure.shown("n_zero", sorts.get(1)),
                Figure.shown("n_negative", sorts.get(0)),
                percent("percent_improved", sorts.get(2), n),
                scale("noise_scale", ofCounts),
                scale("noise_scale_sum", ofSum));
    }

    private BigInteger noisy(long count, BigDecimal over, MeasureKey key, String figure) {
        if (over.signum() == 0) {
            return BigInteger.valueOf(count); // a scale of one value only, which everybody has
        }
        int digits = Math.max(0, epsilon.scale());
        DiscreteLaplace law = new DiscreteLaplace(
                over.movePointRight(digits).toBigIntegerExact(),
                epsilon.movePointRight(digits).toBigIntegerExact());
        return BigInteger.valueOf(count).add(law.draw(new SecretBits(cube.seed(), key + " " + figure)));
    }

    /** Of what is published, so it tells nothing more; noise may make it more than all, or less than nothing. */
    private Figure percent(String name, BigInteger count, BigInteger n) {
        BigInteger within = count.max(BigInteger.ZERO).min(n);
        return isEnough(n)
                ? Figure.shown(name, Tenths.ofRatio(within.multiply(BigInteger.valueOf(PERCENT)), n))
                : Figure.suppressed(name);
    }

    private boolean isEnough(BigInteger n) {
        return n.compareTo(BigInteger.valueOf(thresholds.smallest())) >= 0;
    }

    private Figure scale(String name, BigDecimal over) {
        return new Figure(
                name,
                Optional.of(over.divide(epsilon, DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()));
    }
}
