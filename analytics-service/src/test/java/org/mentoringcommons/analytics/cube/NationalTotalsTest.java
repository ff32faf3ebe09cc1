package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.study.Noise;

/** A differentially private study: what it publishes, what one person changes in it, and what attackers make of it. */
class NationalTotalsTest {

    private static final Noise HALF =
            new Noise(Noise.Mechanism.DISCRETE_LAPLACE, null, new BigDecimal("0.5"), BigDecimal.TEN);

    private final List<Person> people = MadeUpStudy.people(new Random(5), 4, 14, 400);

    @Test
    void nothingButTheNationIsPublishedAndNothingExact() {
        Publication release = release(people, 1);

        assertThat(release.gate().passed()).isTrue();
        assertThat(release.published().cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.cell()).isEqualTo(CellKey.NATION))
                .allSatisfy(cell -> assertThat(cell.origin()).hasValue(1));
        assertThat(number(release, MadeUpStudy.VALUABLE, "noise_scale")).isEqualTo(4);
        assertThat(number(release, MadeUpStudy.COMMUNICATION, "noise_scale")).isEqualTo(8);
        assertThat(number(release, MadeUpStudy.COMMUNICATION, "noise_scale_sum"))
                .isEqualTo(8 * 36);
    }

    @Test
    void theSameSealedCubeGivesTheSameAndAnotherSeedAnother() {
        Cube cube = cube(people, 1);

        assertThat(release(Cube.of(cube.bytes())).published())
                .isEqualTo(release(cube).published());
        assertThat(release(cube(people, 2)).published())
                .isNotEqualTo(release(cube).published());
    }

    /** Whoever is left out changes the odds of no release by more than e to the epsilon: the scales are what they must be. */
    @Test
    void nobodyCostsMoreThanEpsilon() {
        Publication release = release(people, 1);
        double most = 0;
        for (int left = 0; left < people.size(); left++) {
            List<Person> fewer = new ArrayList<>(people);
            fewer.remove(left);
            double loss = 0;
            for (MeasureKey key : List.of(MadeUpStudy.VALUABLE, MadeUpStudy.COMMUNICATION)) {
                long[] with = exact(people, key);
                long[] without = exact(fewer, key);
                for (int i = 0; i < with.length; i++) {
                    String scale = i == 3 ? "noise_scale_sum" : "noise_scale";
                    loss += Math.abs(with[i] - without[i]) / number(release, key, scale);
                }
            }
            most = Math.max(most, loss);
        }

        assertThat(most).isLessThanOrEqualTo(0.5).isGreaterThan(0.3);
    }

    @Test
    void noiseIsSpreadAsItsScaleSays() {
        double off = 0;
        double sums = 0;
        int releases = 400;
        Nation nation = new Nation(people);
        long exact = exact(people, MadeUpStudy.VALUABLE)[1];
        long sum = exact(people, MadeUpStudy.COMMUNICATION)[3];
        for (int seed = 1; seed <= releases; seed++) {
            Publication release = release(nation.with(seed));
            off += Math.abs(number(release, MadeUpStudy.VALUABLE, "numerator") - exact) / releases;
            sums += Math.abs(number(release, MadeUpStudy.COMMUNICATION, "sum_gain") - sum) / releases;
        }

        // the mean of |x| is nearly the scale
        assertThat(off).isCloseTo(4, within(0.8));
        assertThat(sums).isCloseTo(8 * 36, within(58.0));
    }

    /** Averaging tells the true number once many releases are there; the ledger ends them after budget / epsilon. */
    @Test
    void whoAveragesAsManyReleasesAsTheBudgetAllowsIsStillOffByPeople() {
        long exact = exact(people, MadeUpStudy.VALUABLE)[1];
        double allowed = 0;
        double unlimited = 0;
        int attackers = 60;
        Nation nation = new Nation(people);
        for (int attacker = 0; attacker < attackers; attacker++) {
            allowed += Math.abs(average(nation, attacker, 4) - exact) / attackers;
            unlimited += Math.abs(average(nation, attacker, 400) - exact) / attackers;
        }

        assertThat(allowed).isGreaterThan(1.5);
        assertThat(unlimited).isLessThan(0.5);
    }

    @Test
    void aReleaseOfADifferentKindOfCubeIsRefused() {
        assertThatThrownBy(() -> release(MadeUpStudy.cube(people))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Publication.of(cube(people, 1), Thresholds.withDefaults(), 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double average(Nation nation, int attacker, int releases) {
        double sum = 0;
        for (int release = 0; release < releases; release++) {
            sum += number(release(nation.with(attacker * 1000 + release)), MadeUpStudy.VALUABLE, "numerator");
        }
        return sum / releases;
    }

    /** Counts of each answer, or of worse, same and better and the sum of gains. */
    private static long[] exact(List<Person> people, MeasureKey key) {
        if (key.equals(MadeUpStudy.VALUABLE)) {
            long favourable = people.stream().filter(Person::favourable).count();
            return new long[] {people.size() - favourable, favourable};
        }
        long[] exact = new long[4];
        for (Person one : people) {
            exact[1 + Integer.signum(one.now() - one.before())]++;
            exact[3] += one.now() - one.before();
        }
        return exact;
    }

    private static double number(Publication release, MeasureKey key, String figure) {
        return release.published().cell(CellKey.NATION, key).orElseThrow().figures().stream()
                .filter(one -> one.measure().equals(figure))
                .map(one -> Double.valueOf(one.text().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    private static Publication release(List<Person> some, int seed) {
        return release(cube(some, seed));
    }

    private static Publication release(Cube cube) {
        return Publication.of(cube, Thresholds.withDefaults(), Optional.of(HALF), Method.last(), 1, Optional.empty());
    }

    /** Everybody's counts alone, which are cheap to seal with another seed. */
    private static final class Nation {

        private final SortedMap<MeasureKey, Measured> measures = new TreeMap<>();

        Nation(List<Person> people) {
            cube(people, 0)
                    .measures()
                    .forEach((key, measured) -> measures.put(
                            key,
                            new Measured(
                                    measured.form(),
                                    measured.categories(),
                                    measured.unitsPerPoint(),
                                    measured.range(),
                                    new TreeMap<>(Map.of(
                                            CellKey.NATION, measured.byGroup().get(CellKey.NATION))),
                                    new TreeMap<>(),
                                    new TreeMap<>())));
        }

        Cube with(int seed) {
            return new Cube(20, new TreeSet<>(), new TreeSet<>(), measures, seed(seed));
        }
    }

    private static Cube cube(List<Person> people, int seed) {
        return MadeUpStudy.cube(people, Thresholds.withDefaults(), false, seed(seed));
    }

    private static byte[] seed(int seed) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Integer.toString(seed).getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
