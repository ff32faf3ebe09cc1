package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.study.Noise;

/** Every cell of people has a noise of its own, by a known law, and the same wherever they are counted. */
class CellNoiseTest {

    private static final int BOUND = 5;
    private static final Noise NOISE = new Noise(Noise.Mechanism.CELL_KEY, BOUND, null, null);

    @Test
    void noiseFollowsItsLaw() {
        int draws = 100_000;
        long[] observed = new long[2 * BOUND + 1];
        Random keys = new Random(7);
        for (int i = 0; i < draws; i++) {
            observed[(int) new CellNoise(BOUND).of(1000, keys.nextLong()) - 1000 + BOUND]++;
        }
        double statistic = 0;
        for (int x = 0; x < observed.length; x++) {
            double expected = draws * BinomialDistribution.of(2 * BOUND, 0.5).probability(x);
            statistic += (observed[x] - expected) * (observed[x] - expected) / expected;
        }

        assertThat(ChiSquaredDistribution.of(2 * BOUND).survivalProbability(statistic))
                .isGreaterThan(1e-4);
        assertThat(new CellNoise(BOUND).of(0, 12345)).isZero();
    }

    @Test
    void everyCountIsNearTheTrueOneAndOnAverageItIs() {
        double off = 0;
        int counts = 0;
        for (int seed = 1; seed <= 4; seed++) {
            List<Person> people = MadeUpStudy.people(new Random(seed), 4, 14, 900);
            Map<String, String> exact = shown(MadeUpStudy.release(people, 1, Optional.empty()));
            Map<String, String> noisy = shown(release(people, 1, Optional.empty()));
            assertThat(noisy.keySet()).isSubsetOf(exact.keySet());
            for (Map.Entry<String, String> count : noisy.entrySet()) {
                String figure = count.getKey().substring(count.getKey().lastIndexOf(' ') + 1);
                if (figure.startsWith("n") && !figure.startsWith("no")) {
                    long difference = Long.parseLong(count.getValue()) - Long.parseLong(exact.get(count.getKey()));
                    assertThat(difference).as(count.getKey()).isBetween(-5L, 5L);
                    off += difference;
                    counts++;
                } else if (!figure.startsWith("percent")) {
                    assertThat(count.getValue()).as(count.getKey()).isEqualTo(exact.get(count.getKey()));
                }
            }
            assertThat(noisy.keySet())
                    .noneMatch(figure -> figure.endsWith(" p")
                            || figure.endsWith(" w_plus")
                            || figure.endsWith(" ci_lower_gain")
                            || figure.endsWith(" ci_upper_gain"));
        }

        assertThat(counts).isGreaterThan(200);
        assertThat(off / counts).isCloseTo(0, within(4 * Math.sqrt(BOUND / 2.0 / counts)));
    }

    /** A share shows as finely as it would without noise: how it is written does not tell on which side of a threshold n is. */
    @Test
    void improvementIsWrittenInTenthsWhereverItIsShown() {
        List<String> shares = new ArrayList<>();
        for (int more = 0; more < 20; more++) {
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < 100 + more % 5; i++) { // so many that the noise would carry them below a hundred
                int before = 16 + i % 10;
                int now = i % 4 == 0 ? before - 3 : before + 3 + (i * (more + 1)) % 7;
                people.add(
                        new Person(i % 8, "h", "k", "online", "4–8", "c", "2026", "postdoc", i % 3 > 0, before, now));
            }
            shown(release(people, 1, Optional.empty())).forEach((name, text) -> {
                if (name.startsWith("nation") && name.endsWith(" percent_improved")) {
                    shares.add(text);
                }
            });
        }

        assertThat(shares).hasSize(20).allSatisfy(share -> assertThat(share).matches("[0-9]+[.][0-9]"));
    }

    /** Everybody answered both questions: of every group the same people are counted twice, and with the same noise. */
    @Test
    void whoAsksAgainHearsTheSame() {
        List<Person> people = MadeUpStudy.people(new Random(2), 4, 14, 900);
        Publication first = release(people, 1, Optional.empty());
        Map<CellKey, List<PublishedCell>> byGroup = first.published().cells().stream()
                .filter(cell -> n(cell).isPresent())
                .collect(Collectors.groupingBy(PublishedCell::cell));

        assertThat(byGroup).hasSizeGreaterThan(10);
        assertThat(byGroup.values()).allSatisfy(cells -> assertThat(
                        cells.stream().map(CellNoiseTest::n).distinct())
                .hasSize(1));
        assertThat(release(people, 2, Optional.of(first.standing())).published().cells())
                .isEqualTo(first.published().cells());
    }

    /** One hub, one kind, one mode and one stage: the same people in every table, of the sealed secret or of another. */
    @Test
    void theSamePeopleHaveTheSameNoiseInEveryTable() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            people.add(new Person(
                    i % 8, "h", "k", "online", "4–8", "c", "2026", "postdoc", i % 3 > 0, 6 + i % 20, 16 + i % 27));
        }

        assertThat(release(people, 1, Optional.empty()).published().cells().stream()
                        .filter(cell -> n(cell).isPresent())
                        .map(CellNoiseTest::n)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void keysAddUpAsPeopleDo() {
        List<Person> people = MadeUpStudy.people(new Random(3), 3, 12, 200);
        Map<CellKey, Tally> groups =
                cube(people).measures().get(MadeUpStudy.VALUABLE).byGroup();
        Map<Integer, Long> hubs = new TreeMap<>();
        groups.forEach((group, tally) -> {
            if (group.dimensions().equals(List.of(Dimension.HUB))) {
                tally.keys().forEach((sort, key) -> hubs.merge(sort, key, Long::sum));
            }
        });

        assertThat(hubs).isEqualTo(groups.get(CellKey.NATION).keys());
        assertThat(Cube.of(cube(people).bytes()).measures())
                .isEqualTo(cube(people).measures());
    }

    /**
     * The nation is published with its noise, and as the sum of hubs, of modes, of years and so on, each with noise of its
     * own: the best unbiased guess of all of them is still off. Fresh noise in every measure would give it away.
     */
    @Test
    void whoAveragesAllTablesIsStillOff() {
        double off = 0;
        double fresh = 0;
        int studies = 40;
        for (int seed = 0; seed < studies; seed++) {
            List<Person> people = MadeUpStudy.people(new Random(seed), 3, 12, 700);
            Map<CellKey, Long> n = release(people, 1, Optional.empty()).published().cells().stream()
                    .filter(cell -> cell.measure().equals(MadeUpStudy.VALUABLE) && n(cell).isPresent())
                    .collect(Collectors.toMap(PublishedCell::cell, cell -> n(cell).orElseThrow()));
            off += Math.abs(guess(n) - people.size()) / studies;
            Random again = new Random(seed);
            double sum = 0;
            for (int asked = 0; asked < 200; asked++) {
                sum += new CellNoise(BOUND).of(people.size(), again.nextLong());
            }
            fresh += Math.abs(sum / 200 - people.size()) / studies;
        }

        assertThat(fresh).isLessThan(0.2);
        assertThat(off).isGreaterThan(0.5);
    }

    /** Of the nation itself and of every table that adds up to it, weighed by how many noises it has. */
    private static double guess(Map<CellKey, Long> n) {
        Map<List<Dimension>, List<Long>> tables =
                new TreeMap<>(java.util.Comparator.comparing(List<Dimension>::toString));
        n.forEach((cell, count) -> tables.computeIfAbsent(cell.dimensions(), none -> new ArrayList<>())
                .add(count));
        double sum = 0;
        double weights = 0;
        for (List<Long> table : tables.values()) {
            double total = table.stream().mapToLong(Long::longValue).sum();
            if (Math.abs(total - n.get(CellKey.NATION)) <= (1 + table.size()) * BOUND) { // none is hidden
                sum += total / table.size();
                weights += 1.0 / table.size();
            }
        }
        return sum / weights;
    }

    private static OptionalLong n(PublishedCell cell) {
        return cell.figures().stream()
                .filter(figure -> figure.measure().equals("n") && figure.text().isPresent())
                .mapToLong(figure -> Long.parseLong(figure.text().orElseThrow()))
                .findFirst();
    }

    private static Map<String, String> shown(Publication release) {
        return release.published().cells().stream()
                .flatMap(cell -> cell.figures().stream()
                        .filter(figure -> figure.text().isPresent())
                        .map(figure -> Map.entry(
                                cell.cell() + " " + cell.measure() + " " + figure.measure(),
                                figure.text().orElseThrow())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Publication release(List<Person> people, int number, Optional<Standing> previous) {
        Function<Standing, Standing> sealed = standing -> Standing.of(standing.bytes());
        return Publication.of(
                cube(people),
                Thresholds.withDefaults(),
                Optional.of(NOISE),
                Method.last(),
                number,
                previous.map(sealed));
    }

    private static Cube cube(List<Person> people) {
        return MadeUpStudy.cube(people, Thresholds.withDefaults(), true, new byte[0]);
    }
}
