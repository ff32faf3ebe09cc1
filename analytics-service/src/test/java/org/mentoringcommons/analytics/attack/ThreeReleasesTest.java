package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.Standing;

/**
 * Three releases in a row, between which people come, go and correct what they answered, few here and many there: of those who
 * changed, no combination of all numbers of all releases is about few, not even for an institution that knows its own.
 */
class ThreeReleasesTest {

    private static final int RELEASES = 3;
    private static final int STUDIES = 12;

    private final Histories histories = new Histories();

    @Test
    void releasesThatAreMadeAnewEachTimeTellOfThem() {
        List<Person> people = OddStudy.people(1);
        for (int number = 1; number <= RELEASES; number++) {
            histories.read(
                    people,
                    MadeUpStudy.release(there(people), 1, Optional.empty()).published(),
                    true);
            change(new Random(number), people);
        }

        assertThat(histories.told(MadeUpStudy.VALUABLE, "n")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void nothingIsToldOfFew(int study) {
        List<Person> people = OddStudy.people(study);
        Optional<Standing> standing = Optional.empty();
        for (int number = 1; number <= RELEASES; number++) {
            Publication release = MadeUpStudy.release(there(people), number, standing);
            assertThat(release.gate().findings()).isEmpty();
            standing = Optional.of(Standing.of(release.standing().bytes()));
            histories.read(people, release.published(), false);
            change(new Random(10L * study + number), people);
        }

        assertThat(histories.told(MadeUpStudy.VALUABLE, "n")).isEmpty();
        assertThat(histories.told(MadeUpStudy.VALUABLE, "numerator")).isEmpty();
        assertThat(histories.told(MadeUpStudy.COMMUNICATION, "mean_gain")).isEmpty();
        assertThat(histories.told(MadeUpStudy.COMMUNICATION, "sd_gain")).isEmpty();
    }

    /** What the rules do not decide is looked for: few people who changed, of any two strata, by whatever numbers of all releases. */
    @Test
    void norOfFewOfAnyTwoStrata() {
        int looked = 0;
        for (int study = 1; study <= STUDIES; study++) {
            Histories ofOne = new Histories();
            List<Person> people = OddStudy.people(study);
            Optional<Standing> standing = Optional.empty();
            for (int number = 1; number <= RELEASES; number++) {
                Publication release = MadeUpStudy.release(there(people), number, standing);
                standing = Optional.of(Standing.of(release.standing().bytes()));
                ofOne.read(people, release.published(), false);
                change(new Random(20L * study + number), people);
            }

            assertThat(ofOne.told(MadeUpStudy.VALUABLE, "n", true)).isEmpty();
            looked += ofOne.looked();
        }
        assertThat(looked).isGreaterThan(1000);
    }

    private static List<Person> there(List<Person> people) {
        return people.stream().filter(Objects::nonNull).toList();
    }

    /** Some hubs change much, others by a person; in the list, people keep their places. */
    private static void change(Random random, List<Person> people) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < people.size(); place++) {
            if (people.get(place) != null) {
                places.add(place);
            }
        }
        Collections.shuffle(places, random);
        int[] left = {1, 14, 2, 25};
        for (int place : places) {
            Person one = people.get(place);
            int hub = one.hub().charAt(0) - 'A';
            if (left[hub]-- > 0) {
                Person corrected = corrected(one);
                switch (random.nextInt(3)) {
                    case 0 -> people.set(place, null);
                    case 1 -> people.set(place, corrected);
                    default -> people.add(corrected);
                }
            }
        }
    }

    /** Everything is answered otherwise. */
    private static Person corrected(Person one) {
        return new Person(
                one.institution(),
                one.hub(),
                one.kind(),
                one.mode(),
                one.hours(),
                one.curriculum(),
                one.period(),
                one.stage(),
                !one.favourable(),
                one.before(),
                16 + (one.now() - 11) % 27);
    }
}
