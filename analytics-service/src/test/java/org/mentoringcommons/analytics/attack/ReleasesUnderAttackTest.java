package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Publication;

/** Who reads everything ever released, and knows where workshops were, learns nothing about fewer than eleven people. */
class ReleasesUnderAttackTest {

    private static final int FEW = 1;
    private static final int ENOUGH = 11;

    @Test
    void theAttackerSucceedsWhereNothingIsSuppressed() {
        List<Person> people = people(1);

        assertThat(new Readers().read(people, MadeUpStudy.carelessly(people, 0)).gains())
                .isNotEmpty();
    }

    @Test
    void theAttackerSucceedsAgainstAThresholdAlone() {
        List<Person> people = people(1);

        assertThat(new Readers()
                        .read(people, MadeUpStudy.carelessly(people, ENOUGH))
                        .gains())
                .isNotEmpty();
    }

    @RepeatedTest(6)
    void oneReleaseTellsNothing(RepetitionInfo repetition) {
        List<Person> people = people(repetition.getCurrentRepetition());

        Publication release = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(release.published()
                        .cell(CellKey.NATION, MadeUpStudy.VALUABLE)
                        .orElseThrow()
                        .isShown())
                .isTrue();
        assertThat(new Readers().read(people, release.published()).gains()).isEmpty();
    }

    @Test
    void aReleaseByEverythingTellsNothing() {
        List<Person> people = MadeUpStudy.people(new Random(7), 4, 14, 420);

        assertThat(new Readers()
                        .read(
                                people,
                                MadeUpStudy.release(people, 1, Optional.empty()).published())
                        .gains())
                .isEmpty();
    }

    @RepeatedTest(4)
    void twoReleasesAroundAWithdrawalTellNothing(RepetitionInfo repetition) {
        List<Person> people = people(repetition.getCurrentRepetition());
        List<Person> fewer = new ArrayList<>(people);
        fewer.set(17 * repetition.getCurrentRepetition(), null);

        assertNothingIsTold(people, fewer);
    }

    @RepeatedTest(4)
    void twoReleasesAroundASubmissionTellNothing(RepetitionInfo repetition) {
        List<Person> people = people(repetition.getCurrentRepetition());
        List<Person> more = new ArrayList<>(people);
        more.add(people.get(11 * repetition.getCurrentRepetition())
                .answering(repetition.getCurrentRepetition() % 2 == 0));

        assertNothingIsTold(people, more);
    }

    @RepeatedTest(4)
    void twoReleasesAroundACorrectionTellNothing(RepetitionInfo repetition) {
        List<Person> people = people(repetition.getCurrentRepetition());
        List<Person> corrected = new ArrayList<>(people);
        corrected.replaceAll(person -> person == people.get(5) ? person.answering(!person.favourable()) : person);

        assertNothingIsTold(people, corrected);
    }

    @RepeatedTest(4)
    void twoReleasesAroundManyChangesTellNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Person> people = people(repetition.getCurrentRepetition());
        List<Person> later = new ArrayList<>(people);
        for (int change = 0; change < 10 * repetition.getCurrentRepetition(); change++) {
            int place = random.nextInt(people.size());
            later.set(place, random.nextBoolean() ? null : people.get(place).answering(random.nextBoolean()));
        }
        later.addAll(MadeUpStudy.simpler(MadeUpStudy.people(random, 3, 12, 25)));

        assertNothingIsTold(people, later);
    }

    @RepeatedTest(2)
    void anInstitutionThatKnowsItsOwnRowsLearnsNothing(RepetitionInfo repetition) {
        List<Person> people = people(repetition.getCurrentRepetition());
        Publication release = MadeUpStudy.release(people, 1, Optional.empty());
        Readers readers = new Readers().read(people, release.published());

        for (int institution = 0; institution < 14; institution += 5) {
            int own = institution;
            assertThat(readers.gains(person -> person.institution() == own)).isEmpty();
        }
    }

    @Test
    void elevenWithdrawalsRenewACell() {
        List<Person> people = people(3);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(originAfter(first, people, FEW)).isEqualTo(1);
        assertThat(originAfter(first, people, ENOUGH - 1)).isEqualTo(1);
        assertThat(originAfter(first, people, ENOUGH)).isEqualTo(2);
    }

    /** Of the nation after so many people of one hub that is shown withdrew. */
    private static int originAfter(Publication first, List<Person> people, int withdrawn) {
        List<Person> fewer = new ArrayList<>(people);
        int left = withdrawn;
        for (int place = 0; place < fewer.size() && left > 0; place++) {
            if (fewer.get(place).hub().equals("hub 0")) {
                fewer.set(place, null);
                left--;
            }
        }
        fewer.removeAll(Collections.singleton(null));
        return MadeUpStudy.release(fewer, 2, Optional.of(first.standing()))
                .published()
                .cell(CellKey.of(Dimension.HUB, "hub 0"), MadeUpStudy.VALUABLE)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }

    private static void assertNothingIsTold(List<Person> people, List<Person> later) {
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        List<Person> there = new ArrayList<>(later);
        there.removeAll(Collections.singleton(null));
        Publication second = MadeUpStudy.release(there, 2, Optional.of(first.standing()));

        assertThat(second.gate().findings()).isEmpty();
        assertThat(new Readers()
                        .read(people, first.published())
                        .read(later, second.published())
                        .gains())
                .isEmpty();
    }

    private static List<Person> people(int seed) {
        return MadeUpStudy.simpler(MadeUpStudy.people(new Random(seed), 3, 12, 300));
    }
}
