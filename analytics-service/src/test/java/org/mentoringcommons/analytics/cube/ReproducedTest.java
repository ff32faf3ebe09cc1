package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** What earlier rules made of two made-up studies, four releases each, when they were the last. */
    @ParameterizedTest
    @CsvSource({
        "1.1, 1, a7bc0d2fe7668b738c8880b2ff9662d9946a6cde054905101d8bb68240411d01",
        "1.1, 5, dc0707e6fd3d9116c94cf1b4c8c07d60e24357fddb7724ffede094a6ead27b2c",
        "1.2, 1, 705f9f432111180fde490e2d312a8ef3d3b38164284ba25ce0cb9db06a072ab1",
        "1.2, 5, dc0707e6fd3d9116c94cf1b4c8c07d60e24357fddb7724ffede094a6ead27b2c",
        "1.3, 1, 705f9f432111180fde490e2d312a8ef3d3b38164284ba25ce0cb9db06a072ab1",
        "1.3, 5, dc0707e6fd3d9116c94cf1b4c8c07d60e24357fddb7724ffede094a6ead27b2c"
    })
    void earlierRulesStillMakeWhatTheyMade(String method, int seed, String made) throws NoSuchAlgorithmException {
        Random random = new Random(seed);
        boolean simple = seed == 1;
        List<Person> some = simple
                ? MadeUpStudy.simpler(MadeUpStudy.people(random, 3, 12, 300))
                : MadeUpStudy.people(random, 4, 14, 420);
        Optional<Standing> standing = Optional.empty();
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (int number = 1; number < 5; number++) {
            Publication release = Publication.of(
                    MadeUpStudy.cube(some),
                    Thresholds.withDefaults(),
                    Method.of(method).orElseThrow(),
                    number,
                    standing);
            standing = Optional.of(Standing.of(release.standing().bytes()));
            all.update(release.published().cells().toString().getBytes(StandardCharsets.UTF_8));
            List<Person> next = new ArrayList<>(some.subList(random.nextInt(20), some.size()));
            next.addAll(
                    simple
                            ? MadeUpStudy.simpler(MadeUpStudy.people(random, 3, 12, 5 + 12 * number))
                            : MadeUpStudy.people(random, 4, 14, 60));
            some = next;
        }

        assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(made);
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
