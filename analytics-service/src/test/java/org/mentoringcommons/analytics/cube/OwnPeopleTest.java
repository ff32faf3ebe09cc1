package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** An institution knows its own people, and two may tell each other. */
class OwnPeopleTest {

    private static final int SITES = 8;
    private static final int EACH = 40;

    private final List<Person> people = new ArrayList<>();

    @Test
    void twoInstitutionsTogetherDoNotKnowTheThirds() {
        assertThat(mayBeShown(50, 49, 1)).isFalse();
        assertThat(mayBeShown(50, 49, 3, 1)).isFalse();
        assertThat(mayBeShown(50, 49, 3, 2)).isTrue();
        assertThat(mayBeShown(50, 10, 0)).isFalse();
    }

    @Test
    void anInstitutionDoesNotSubtractItsOwnChanges() {
        come();

        assertThat(originAfter(10, 1, 1, 1)).isEqualTo(1);
        assertThat(originAfter(8, 2, 2)).isEqualTo(1);
        assertThat(originAfter(8, 3, 2)).isEqualTo(2);
        assertThat(originAfter(0, 10)).isEqualTo(1);
    }

    /** Who is corrected changes no number of people: of each institution, the sum of hashes alone tells that somebody was. */
    @Test
    void norWhereAMarkIsAllThatTellsOfIt() {
        come();

        assertThat(originAfterCorrections(1, 20)).isEqualTo(1);
        assertThat(originAfterCorrections(5, 8)).isEqualTo(1);
        assertThat(originAfterCorrections(6, 8)).isEqualTo(2);
    }

    /** Many who are corrected hide nobody who comes: corrections are not in the number of people. */
    @Test
    void fewWhoGoAreNotHiddenAmongManyWhoAreCorrected() {
        come();

        assertThat(originAfter(true, 0)).isEqualTo(2);
        assertThat(originAfter(true, 1, 1, 1, 1, 1, 1)).isEqualTo(1);
        assertThat(originAfter(true, 0, 7, 4)).isEqualTo(1);
        assertThat(originAfter(true, 4, 4, 4)).isEqualTo(2);
    }

    private boolean mayBeShown(int... ofEach) {
        Rules rules = new Rules(Thresholds.withDefaults());
        Tally.Builder tally = new Tally.Builder(Sketch.ofNone(rules.countable()).sums().length);
        long element = 1;
        for (int site = 0; site < ofEach.length; site++) {
            for (int i = 0; i < ofEach[site]; i++) {
                long[] powers = Sketch.ofNone(rules.countable()).sums();
                Sketch.toggle(powers, element++);
                tally.add(i % 2, Tally.of(site, i % 2), site, powers);
            }
        }
        Measured share = MadeUpStudy.cube(List.of()).measures().get(MadeUpStudy.VALUABLE);
        return rules.of(share, Detail.MEDIAN).test(tally.build());
    }

    private void come() {
        for (int i = 0; i < SITES * EACH; i++) {
            people.add(new Person(
                    i % SITES, "h", "k", "online", "4–8", "c", "2026", "postdoc", i % 3 != 0, 6 + i % 20, 16 + i % 27));
        }
    }

    /** Of the nation, after so many of each of so many sites answered otherwise. */
    private int originAfterCorrections(int sites, int each) {
        int[] left = new int[SITES];
        Arrays.fill(left, 0, sites, each);
        return second(people.stream()
                .map(person -> left[person.institution()]-- > 0 ? person.answering(!person.favourable()) : person)
                .toList());
    }

    private int originAfter(int... ofEach) {
        return originAfter(false, ofEach);
    }

    /** Of the nation, after so many of each site withdrew, and all others answered otherwise, or did not. */
    private int originAfter(boolean corrected, int... ofEach) {
        int[] left = ofEach.clone();
        return second(people.stream()
                .filter(person -> person.institution() >= left.length || left[person.institution()]-- <= 0)
                .map(person -> corrected ? person.answering(!person.favourable()) : person)
                .toList());
    }

    private int second(List<Person> later) {
        Publication first =
                Publication.of(MadeUpStudy.ofOneQuestion(people), Thresholds.withDefaults(), 1, Optional.empty());
        Publication second = Publication.of(
                MadeUpStudy.ofOneQuestion(later),
                Thresholds.withDefaults(),
                2,
                Optional.of(Standing.of(first.standing().bytes())));
        assertThat(second.gate().findings()).isEmpty();
        return second.published()
                .cell(CellKey.NATION, MadeUpStudy.VALUABLE)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }
}
