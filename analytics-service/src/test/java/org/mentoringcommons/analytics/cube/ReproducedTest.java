package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** What is sealed is enough to make the same release again, bit for bit. */
class ReproducedTest {

    private final List<Person> people = MadeUpStudy.simpler(MadeUpStudy.people(new Random(11), 3, 12, 300));

    @Test
    void theSamePeopleAreTheSameBytesInWhateverOrder() {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(2));

        assertThat(MadeUpStudy.cube(shuffled).bytes())
                .isEqualTo(MadeUpStudy.cube(people).bytes());
        assertThat(MadeUpStudy.cube(people).hash()).matches("[0-9a-f]{64}");
        assertThat(MadeUpStudy.cube(people.subList(1, people.size())).hash())
                .isNotEqualTo(MadeUpStudy.cube(people).hash());
    }

    @Test
    void aReleaseIsMadeAgainFromWhatWasSealed() {
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        Publication second = MadeUpStudy.release(people.subList(40, 300), 2, Optional.of(first.standing()));

        Publication again = Publication.of(
                Cube.of(MadeUpStudy.cube(people.subList(40, 300)).bytes()),
                Thresholds.withDefaults(),
                2,
                Optional.of(Standing.of(first.standing().bytes())));

        assertThat(again.published()).isEqualTo(second.published());
        assertThat(again.standing().bytes()).isEqualTo(second.standing().bytes());
        assertThat(again.gate()).isEqualTo(second.gate());
    }

    @Test
    void whereNothingChangedEverythingStands() {
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        Publication second = MadeUpStudy.release(people, 2, Optional.of(first.standing()));

        assertThat(second.published().cells()).isEqualTo(first.published().cells());
    }

    @Test
    void whatIsNotWholeIsRefused() {
        byte[] cube = MadeUpStudy.cube(people).bytes();
        byte[] standing =
                MadeUpStudy.release(people, 1, Optional.empty()).standing().bytes();

        assertThatThrownBy(() -> Cube.of(Arrays.copyOf(cube, cube.length - 9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cube.of(Arrays.copyOf(cube, cube.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cube.of(standing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Standing.of(cube)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Publication.of(
                        MadeUpStudy.cube(people), new Thresholds(5, 11, 20, 30, 100, 12, 3, 3), 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyCellOfAMeasureHasTheSameShapeWhateverIsHidden() {
        Published release = MadeUpStudy.release(people, 1, Optional.empty()).published();

        for (MeasureKey measure : List.of(MadeUpStudy.VALUABLE, MadeUpStudy.COMMUNICATION)) {
            assertThat(release.cells().stream()
                            .filter(cell -> cell.measure().equals(measure))
                            .map(cell -> cell.figures().stream()
                                    .map(figure -> figure.measure())
                                    .toList())
                            .distinct())
                    .hasSize(1);
        }
        assertThat(release.cells())
                .anyMatch(cell -> !cell.isShown())
                .allMatch(cell -> cell.isShown() == cell.origin().isPresent());
    }
}
