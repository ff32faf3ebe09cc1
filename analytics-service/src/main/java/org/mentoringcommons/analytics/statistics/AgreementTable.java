package org.mentoringcommons.analytics.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two coders or raters judged the same things: counts of (first, second) categories, mergeable. Gives percent agreement,
 * Cohen's kappa with its interval, quadratic weighted kappa and PABAK. Codes must be those BEFORE consensus. Immutable.
 */
public final class AgreementTable {
    /** How the coefficients are defined. */
    public static final Method METHOD = Method.first("Cohen kappa (Fleiss-Cohen-Everitt interval), PABAK");

    private final TreeMap<PairTable.Pair, Long> cells;
    private final long n;

    private AgreementTable(TreeMap<PairTable.Pair, Long> cells) {
        this.cells = cells;
        this.n = cells.values().stream().reduce(0L, Math::addExact);
    }

    /** {@return the judgements counted in a table of (first, second) categories} */
    public static AgreementTable of(PairTable judgements) {
        return new AgreementTable(new TreeMap<>(judgements.cells()));
    }

    /** {@return the table of one yes/no code} */
    public static AgreementTable ofCode(long both, long firstOnly, long secondOnly, long neither) {
        return of(PairTable.builder(1)
                .add(1, 1, both)
                .add(1, 0, firstOnly)
                .add(0, 1, secondOnly)
                .add(0, 0, neither)
                .build());
    }

    /** {@return the judgements of both tables} */
    public AgreementTable plus(AgreementTable other) {
        TreeMap<PairTable.Pair, Long> sum = new TreeMap<>(cells);
        other.cells.forEach((pair, count) -> sum.merge(pair, count, Math::addExact));
        return new AgreementTable(sum);
    }

    /** {@return the number of things judged by both} */
    public long n() {
        return n;
    }

    /** {@return how many things the first put in one category and the second in another, or the same} */
    public long count(int byFirst, int bySecond) {
        return cells.getOrDefault(new PairTable.Pair(byFirst, bySecond), 0L);
    }

    /** {@return how often the first used a category} */
    public long first(int category) {
        return uses(category, true);
    }

    /** {@return how often the second used a category} */
    public long second(int category) {
        return uses(category, false);
    }

    private long uses(int category, boolean byFirst) {
        return cells.entrySet().stream()
                .filter(cell ->
                        (byFirst ? cell.getKey().before() : cell.getKey().now()) == category)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** {@return the share of things judged alike, 0 to 1; absent without judgements} */
    public OptionalDouble agreement() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreed() / n);
    }

    private double agreed() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().before() == cell.getKey().now())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** {@return prevalence- and bias-adjusted kappa of a yes/no code, 2 agreement - 1; absent without judgements} */
    public OptionalDouble pabak() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(2 * agreed() / n - 1);
    }

    /** {@return COMPUTED, or why kappa is absent} */
    public Outcome outcome() {
        return n == 0 ? Outcome.NO_DATA : categories().length < 2 ? Outcome.CONSTANT : Outcome.COMPUTED;
    }

    /** {@return Cohen's kappa; absent where only one category was used} */
    public OptionalDouble kappa() {
        return weightedKappa((one, other, last) -> one == other ? 1 : 0);
    }

    /** {@return kappa with quadratic weights of the ordered categories; absent where only one category was used} */
    public OptionalDouble quadraticKappa() {
        return weightedKappa((one, other, last) -> 1 - (double) (one - other) * (one - other) / ((double) last * last));
    }

    private OptionalDouble weightedKappa(Weight weight) {
        if (outcome() != Outcome.COMPUTED) {
            return OptionalDouble.empty();
        }
        int[] categories = categories();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < categories.length; i++) {
            for (int j = 0; j < categories.length; j++) {
                double w = weight.of(i, j, categories.length - 1);
                observed += w * share(categories[i], categories[j]);
                expected += w * first(categories[i]) / n * second(categories[j]) / n;
            }
        }
        return OptionalDouble.of((observed - expected) / (1 - expected));
    }

    /** {@return the large-sample interval of {@link #kappa()} by Fleiss, Cohen and Everitt; absent as kappa is} */
    public Optional<Interval> kappaInterval(double level) {
        double z = -Normal.quantile(Level.tail(level));
        if (outcome() != Outcome.COMPUTED) {
            return Optional.empty();
        }
        int[] categories = categories();
        double observed = agreed() / n;
        double expected = 0;
        for (int category : categories) {
            expected += (double) first(category) / n * second(category) / n;
        }
        double sum = 0;
        for (int i : categories) {
            for (int j : categories) {
                double margins = (i == j ? first(i) + second(i) : second(i) + first(j)) / (double) n;
                double term = i == j ? (1 - expected) - margins * (1 - observed) : (1 - observed) * margins;
                sum += share(i, j) * term * term;
            }
        }
        double last = observed * expected - 2 * expected + observed;
        double variance = Math.max(0, sum - last * last) / (n * Math.pow(1 - expected, 4));
        double kappa = kappa().getAsDouble();
        double half = z * Math.sqrt(variance);
        return Optional.of(new Interval(kappa - half, kappa + half, level));
    }

    private double share(int one, int other) {
        return count(one, other) / (double) n;
    }

    private int[] categories() {
        TreeSet<Integer> used = new TreeSet<>();
        cells.keySet().forEach(pair -> {
            used.add(pair.before());
            used.add(pair.now());
        });
        return used.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The credit for two categories, given by position, the last one's position being known. */
    @FunctionalInterface
    private interface Weight {
        double of(int one, int other, int last);
    }
}
