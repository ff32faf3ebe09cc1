package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(originAfter(first, 10, 1, 1, 1)).isEqualTo(1);
        assertThat(originAfter(first, 8, 2, 2)).isEqualTo(1);
        assertThat(originAfter(first, 8, 3, 2)).isEqualTo(2);
        assertThat(originAfter(first, 0, 10)).isEqualTo(1);
    }

    @Test
    void norWhereAMarkIsAllThatTellsOfIt() {
        come();
        Standing standing = MadeUpStudy.release(people, 1, Optional.empty()).standing();
        for (int i = 0; i < 20; i++) { // of the first site alone, all of whom come again as somebody else
            people.set(
                    i * SITES,
                    people.get(i * SITES).answering(!people.get(i * SITES).favourable()));
        }

        assertThat(origin(MadeUpStudy.release(people, 2, Optional.of(Standing.of(standing.bytes())))))
                .isEqualTo(1);
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

    /** Of the nation, after so many of each site withdrew. */
    private int originAfter(Publication first, int... ofEach) {
        int[] left = ofEach.clone();
        List<Person> fewer = people.stream()
                .filter(person -> person.institution() >= left.length || left[person.institution()]-- <= 0)
                .toList();
        return origin(MadeUpStudy.release(
                fewer, 2, Optional.of(Standing.of(first.standing().bytes()))));
    }

    private static int origin(Publication release) {
        assertThat(release.gate().findings()).isEmpty();
        return release.published()
                .cell(CellKey.NATION, MadeUpStudy.VALUABLE)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }
}
