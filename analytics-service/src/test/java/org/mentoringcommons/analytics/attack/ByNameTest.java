package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedCell;

/** The attacks that have names, with paper and pencil: what is subtracted is nobody's, or eleven people's and more. */
class ByNameTest {

    private static final long FEW = 11;
    private static final long FEW_BESIDE_TWO = 5;
    private static final int TIMES = 5;

    private List<Person> people;
    private Published release;
    private Map<CellKey, Long> n;
    private Map<CellKey, Long> favourable;

    @BeforeEach
    void aReleaseIsRead(RepetitionInfo repetition) {
        people = MadeUpStudy.people(new Random(40 + repetition.getCurrentRepetition()), 5, 24, 330);
        release = MadeUpStudy.release(people, 1, Optional.empty()).published();
        n = read("n");
        favourable = read("numerator");
        assertThat(n).isNotEmpty();
        assertThat(favourable).isNotEmpty();
    }

    @RepeatedTest(TIMES)
    void nationMinusHubsAndEveryOtherComplement() {
        for (CellKey whole : n.keySet()) {
            for (Dimension dimension : Dimension.values()) {
                assertThat(rest(n, whole, dimension))
                        .as("%s by %s", whole, dimension)
                        .matches(ByNameTest::isSafe);
                if (favourable.containsKey(whole)) {
                    assertThat(rest(favourable, whole, dimension)).matches(ByNameTest::isSafe);
                    assertThat(rest(otherwise(), whole, dimension)).matches(ByNameTest::isSafe);
                }
            }
        }
    }

    @RepeatedTest(TIMES)
    void nestedFilters() {
        for (CellKey inner : favourable.keySet()) {
            for (CellKey outer : favourable.keySet()) {
                if (inner.categories().entrySet().containsAll(outer.categories().entrySet())) {
                    assertThat(n.get(outer) - n.get(inner)).matches(ByNameTest::isSafe);
                    assertThat(favourable.get(outer) - favourable.get(inner)).matches(ByNameTest::isSafe);
                }
            }
        }
    }

    @RepeatedTest(TIMES)
    void percentWithKnownN() {
        favourable.forEach((cell, count) -> {
            assertThat(count).isGreaterThanOrEqualTo(FEW);
            assertThat(n.get(cell) - count).isGreaterThanOrEqualTo(FEW);
        });
    }

    @RepeatedTest(TIMES)
    void anInstitutionSubtractsItsOwnRows() {
        for (int institution = 0; institution < 24; institution++) {
            int own = institution;
            favourable.forEach((cell, count) -> {
                long ours = people.stream()
                        .filter(one -> one.institution() == own && one.isOf(cell) && one.favourable())
                        .count();
                assertThat(count - ours).isGreaterThanOrEqualTo(FEW);
            });
        }
    }

    @RepeatedTest(TIMES)
    void twoInstitutionsSubtractTheirsTogether() {
        for (int one = 0; one < 24; one++) {
            for (int other = 0; other < one; other++) {
                Set<Integer> theirs = Set.of(one, other);
                n.forEach((cell, count) -> assertThat(count
                                - people.stream()
                                        .filter(person -> theirs.contains(person.institution()) && person.isOf(cell))
                                        .count())
                        .as("%s without %s", cell, theirs)
                        .isGreaterThanOrEqualTo(FEW_BESIDE_TWO));
            }
        }
    }

    /** Whose summaries are what the release says of each. */
    @RepeatedTest(TIMES)
    void twoHubsSubtractWhatBothAreTold() {
        List<CellKey> hubs = n.keySet().stream()
                .filter(cell -> cell.dimensions().equals(List.of(Dimension.HUB)))
                .toList();
        for (CellKey one : hubs) {
            for (CellKey other : hubs.subList(hubs.indexOf(one) + 1, hubs.size())) {
                assertThat(n.get(CellKey.NATION) - n.get(one) - n.get(other)).matches(ByNameTest::isSafe);
                for (Map.Entry<CellKey, Long> kind : n.entrySet()) {
                    if (kind.getKey().dimensions().equals(List.of(Dimension.KIND))) {
                        String which = kind.getKey().categories().get(Dimension.KIND);
                        assertThat(kind.getValue()
                                        - n.getOrDefault(one.and(Dimension.KIND, which), 0L)
                                        - n.getOrDefault(other.and(Dimension.KIND, which), 0L))
                                .as("%s without %s and %s", which, one, other)
                                .matches(ByNameTest::isSafe);
                    }
                }
            }
        }
    }

    private Map<CellKey, Long> otherwise() {
        Map<CellKey, Long> otherwise = new TreeMap<>();
        favourable.forEach((cell, count) -> otherwise.put(cell, n.get(cell) - count));
        return otherwise;
    }

    /** What is left of a cell when the cells shown by one dimension more are taken away; all of it counts as nothing known. */
    private static long rest(Map<CellKey, Long> counts, CellKey whole, Dimension dimension) {
        long rest = counts.get(whole);
        for (Map.Entry<CellKey, Long> part : counts.entrySet()) {
            String category = part.getKey().categories().get(dimension);
            if (category != null
                    && !whole.categories().containsKey(dimension)
                    && part.getKey().equals(whole.and(dimension, category))) {
                rest -= part.getValue();
            }
        }
        return rest;
    }

    private static boolean isSafe(Long people) {
        return people == 0 || people >= FEW;
    }

    private Map<CellKey, Long> read(String figure) {
        Map<CellKey, Long> read = new TreeMap<>();
        for (PublishedCell cell : release.cells()) {
            if (cell.measure().equals(MadeUpStudy.VALUABLE)) {
                cell.figures().stream()
                        .filter(one -> one.measure().equals(figure))
                        .flatMap(one -> one.text().stream())
                        .forEach(text -> read.put(cell.cell(), Long.valueOf(text)));
            }
        }
        return read;
    }
}
