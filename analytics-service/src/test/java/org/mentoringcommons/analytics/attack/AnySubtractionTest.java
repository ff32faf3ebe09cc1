package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.Published;

/**
 * Workshops were held where they happened to be held. Whatever is added to and subtracted from whatever: of all sets of few
 * people, not one has a combination of published numbers that is about it alone.
 */
class AnySubtractionTest {

    private static final int FEW = 11;
    private static final int FEW_OF_SCORES = 20;
    private static final int FEW_BESIDE_TWO = 5;

    @Test
    void aThresholdAloneLetsFewBeTold() {
        List<Person> people = OddStudy.people(5);

        assertThat(told(people, MadeUpStudy.carelessly(people, FEW), MadeUpStudy.VALUABLE, "n", FEW))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5, 6, 7})
    void noCombinationIsAboutFew(int study) {
        List<Person> people = OddStudy.people(study);
        Publication release = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(told(people, release.published(), MadeUpStudy.VALUABLE, "n", FEW))
                .isEmpty();
        assertThat(told(people, release.published(), MadeUpStudy.VALUABLE, "numerator", FEW))
                .isEmpty();
        assertThat(told(people, release.published(), MadeUpStudy.COMMUNICATION, "n", FEW))
                .isEmpty();
        // who knows mean and standard deviation knows the sum and the sum of squares, nearly
        assertThat(told(people, release.published(), MadeUpStudy.COMMUNICATION, "sd_gain", FEW_OF_SCORES))
                .isEmpty();
        assertThat(release.published()
                        .cell(CellKey.NATION, MadeUpStudy.VALUABLE)
                        .orElseThrow()
                        .isShown())
                .isTrue();
    }

    /** Sets of few people that a combination of the cells that show a figure is about. */
    static List<String> told(List<Person> people, Published release, MeasureKey measure, String figure, int few) {
        List<CellKey> strata = OddStudy.strata(people);
        Span span = new Span(
                strata.size(),
                OddStudy.cells(release, measure, figure, cell -> true).stream()
                        .map(cell -> OddStudy.of(cell, strata))
                        .toList());
        long[][] counts = counts(people, strata, person -> true);
        long[][] favourable = counts(people, strata, Person::favourable);
        long[][] others = counts(people, strata, person -> !person.favourable());
        List<String> told = new ArrayList<>();
        for (long choice = 1; choice < 1L << strata.size(); choice++) {
            BitSet some = BitSet.valueOf(new long[] {choice});
            boolean isFew = isFew(counts, some, few, FEW_BESIDE_TWO);
            if (figure.equals("numerator")) {
                isFew |= isFew(favourable, some, FEW, 0) || isFew(others, some, FEW, 0);
            }
            if (isFew && span.tellsOf(some)) {
                told.add(some.stream().mapToObj(strata::get).toList().toString());
            }
        }
        return told;
    }

    /** How many people each site has of each stratum. */
    private static long[][] counts(List<Person> people, List<CellKey> strata, Predicate<Person> whom) {
        long[][] counts = new long[OddStudy.HUBS.length * OddStudy.SITES][strata.size()];
        people.stream()
                .filter(whom)
                .forEach(person -> counts[person.institution()][strata.indexOf(OddStudy.stratum(person))]++);
        return counts;
    }

    /** Few altogether, outside some site, or outside some two. */
    private static boolean isFew(long[][] counts, BitSet some, int few, int besideTwo) {
        long[] bySite = new long[counts.length];
        for (int site = 0; site < counts.length; site++) {
            int at = site;
            bySite[site] =
                    some.stream().mapToLong(stratum -> counts[at][stratum]).sum();
        }
        Arrays.sort(bySite);
        long all = Arrays.stream(bySite).sum();
        long besideOne = all - bySite[counts.length - 1];
        return all < few || besideOne < FEW || besideOne - bySite[counts.length - 2] < besideTwo;
    }
}
