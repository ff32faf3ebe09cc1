package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** A study demands more than when it released first: what was told stands, and what is told anew obeys. */
class RaisedThresholdsTest {

    private static final Thresholds RAISED = new Thresholds(5, 100, 110, 120, 200, 20, 3, 4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatWasToldStandsWhereNothingChanged(int seed) {
        List<Person> people = people(seed);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());

        Publication second = raised(people, first);

        assertThat(second.gate().findings()).isEmpty();
        assertThat(second.published().cells()).isEqualTo(first.published().cells());
        assertThat(first.published().cells()).anyMatch(cell -> n(cell) >= 11 && n(cell) < RAISED.median());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatIsToldAnewObeys(int seed) {
        List<Person> people = people(seed);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        List<Person> later = new ArrayList<>(people);
        later.addAll(MadeUpStudy.simpler(MadeUpStudy.people(new Random(100 + seed), 3, 12, 250)));

        Publication second = raised(later, first);

        assertThat(second.gate().findings()).isEmpty();
        assertThat(second.published().cells())
                .filteredOn(cell -> cell.origin().orElse(0) == 2)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(n(cell)).isGreaterThanOrEqualTo(RAISED.median()));
    }

    @Test
    void aCellOfWhichFewerThanTheGreaterCountChangedStands() {
        List<Person> people = atSites(8);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(origin(MadeUpStudy.release(people.subList(16, people.size()), 2, Optional.of(first.standing()))))
                .isEqualTo(2);
        assertThat(origin(raised(people.subList(16, people.size()), first))).isEqualTo(1);
        assertThat(origin(raised(people.subList(24, people.size()), first))).isEqualTo(2);
    }

    /** Eleven corrections and more are many to a sketch that was made for eleven; of twenty, institutions tell. */
    @Test
    void correctionsAreCountedByInstitutionWhereSketchesAreTooShort() {
        assertThat(originAfterCorrections(8)).isEqualTo(1);
        assertThat(originAfterCorrections(24)).isEqualTo(2);
    }

    /** Twelve of 24 were hidden well enough for eleven, not for 30; they are as uncertain as they were, so nothing is new. */
    @Test
    void whatIsNoLessUncertainThanItWasIsNoFinding() {
        List<Person> people = new ArrayList<>();
        come(people, "A", 24);
        come(people, "B", 400);
        come(people, "C", 400);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        assertThat(n(cell(first, CellKey.of(Dimension.HUB, "A")))).isEqualTo(24);
        assertThat(n(cell(first, CellKey.of(Dimension.HUB, "A").and(Dimension.KIND, "college"))))
                .isZero();

        assertThat(released(people, first).published().cells())
                .isEqualTo(first.published().cells());
        come(people, "B", 400);
        assertThat(cell(released(people, first), CellKey.of(Dimension.HUB, "A")).origin())
                .hasValue(1);
    }

    private static Publication released(List<Person> people, Publication first) {
        Thresholds thresholds = new Thresholds(5, 100, 110, 120, 200, 30, 3, 4);
        Publication release =
                Publication.of(MadeUpStudy.cube(people, thresholds), thresholds, 2, Optional.of(first.standing()));
        assertThat(release.gate().findings()).isEmpty();
        return release;
    }

    private static PublishedCell cell(Publication release, CellKey key) {
        return release.published().cell(key, MadeUpStudy.VALUABLE).orElseThrow();
    }

    /** Half of them of colleges, at six sites of each kind. */
    private static void come(List<Person> people, String hub, int many) {
        for (int i = 0; i < many; i++) {
            people.add(new Person(
                    hub.charAt(0) * 100 + i % 12,
                    hub,
                    i % 2 == 0 ? "college" : "university",
                    "online",
                    "4–8",
                    "c",
                    "2026",
                    "postdoc",
                    i % 3 != 0,
                    6 + i % 20,
                    16 + i % 27));
        }
    }

    private static int originAfterCorrections(int sites) {
        List<Person> people = atSites(sites);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        return origin(raised(
                people.stream()
                        .map(person -> person.answering(!person.favourable()))
                        .toList(),
                first));
    }

    private static List<Person> atSites(int sites) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < sites * 40; i++) {
            people.add(new Person(
                    i % sites, "h", "k", "online", "4–8", "c", "2026", "postdoc", i % 3 != 0, 6 + i % 20, 16 + i % 27));
        }
        return people;
    }

    private static Publication raised(List<Person> people, Publication first) {
        return Publication.of(
                MadeUpStudy.cube(people, RAISED),
                RAISED,
                2,
                Optional.of(Standing.of(first.standing().bytes())));
    }

    private static int origin(Publication release) {
        return release.published()
                .cell(CellKey.NATION, MadeUpStudy.VALUABLE)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }

    private static long n(PublishedCell cell) {
        return cell.figures().stream()
                .filter(figure -> figure.measure().equals("n"))
                .map(Figure::text)
                .flatMap(Optional::stream)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static List<Person> people(int seed) {
        return MadeUpStudy.simpler(MadeUpStudy.people(new Random(seed), 3, 12, 300));
    }
}
