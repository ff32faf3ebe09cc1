package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.Standing;

/**
 * Fifteen people leave and fourteen of them come back: each release is safe beside the one before it, and the first beside the
 * third is about the one who did not. A release is judged beside all earlier ones.
 */
class MoreThanTheLastReleaseTest {

    private static final int SITES = 8;
    private static final int LEFT = 15;
    private static final CellKey HUB = CellKey.of(Dimension.HUB, "A");

    private final List<Person> all = people();
    private final List<Person> fewer = without(LEFT);
    private final List<Person> butOne = without(1);
    private final Publication first = release(all, 1, Optional.empty());

    @Test
    void besideTheLastReleaseAloneTheThirdTellsOfOne() {
        Publication second = release(fewer, 2, Optional.of(first));
        Publication third = release(butOne, 3, Optional.of(release(fewer, 2, Optional.empty())));

        assertThat(List.of(origin(first), origin(second), origin(third))).containsExactly(1, 2, 3);
        assertThat(n(first) - n(third)).isEqualTo(1);
        assertThat(read(second, third)).isNotEmpty();
    }

    @Test
    void besideAllItTellsOfNobody() {
        Publication second = release(fewer, 2, Optional.of(first));
        Publication third = release(butOne, 3, Optional.of(second));

        assertThat(third.gate().findings()).isEmpty();
        assertThat(List.of(origin(first), origin(second), origin(third))).containsExactly(1, 2, 2);
        assertThat(read(second, third)).isEmpty();
    }

    /** What is as it was once told is told already. */
    @Test
    void onceTheLastOneIsBackItIsTheFirstAgain() {
        Publication second = release(fewer, 2, Optional.of(first));
        Publication third = release(butOne, 3, Optional.of(second));

        Publication fourth = release(all, 4, Optional.of(third));

        assertThat(fourth.gate().findings()).isEmpty();
        assertThat(n(fourth)).isEqualTo(n(first));
    }

    private List<String> read(Publication second, Publication third) {
        Histories histories = new Histories();
        histories.read(all, first.published(), false);
        histories.read(fewer, second.published(), false);
        histories.read(butOne, third.published(), false);
        List<String> told = new ArrayList<>(histories.told(MadeUpStudy.VALUABLE, "n"));
        told.addAll(histories.told(MadeUpStudy.VALUABLE, "numerator"));
        return told;
    }

    private static Publication release(List<Person> people, int number, Optional<Publication> previous) {
        return MadeUpStudy.release(
                people.stream().filter(Objects::nonNull).toList(),
                number,
                previous.map(release -> Standing.of(release.standing().bytes())));
    }

    private static int origin(Publication release) {
        return release.published()
                .cell(HUB, MadeUpStudy.VALUABLE)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }

    private static int n(Publication release) {
        return release.published().cell(HUB, MadeUpStudy.VALUABLE).orElseThrow().figures().stream()
                .filter(figure -> figure.measure().equals("n"))
                .map(figure -> Integer.parseInt(figure.text().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    /** Those who left keep their places in the list. */
    private List<Person> without(int many) {
        List<Person> left = new ArrayList<>(all);
        for (int place = 0; place < many; place++) {
            left.set(place, null);
        }
        return left;
    }

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 480; i++) {
            people.add(new Person(
                    i < 240 ? i % SITES : SITES + i % SITES,
                    i < 240 ? "A" : "B",
                    "k",
                    "online",
                    "4–8",
                    "c",
                    "2026",
                    i % 2 == 0 ? "postdoc" : "student",
                    i % 4 != 0,
                    6 + i % 20,
                    16 + i % 27));
        }
        return people;
    }
}
