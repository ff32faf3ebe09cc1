package org.mentoringcommons.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.MadeUpStudy;
import org.mentoringcommons.analytics.cube.Person;
import org.mentoringcommons.analytics.cube.Publication;
import org.mentoringcommons.analytics.cube.PublishedSite;

/**
 * Some institutions agreed to be named with their means. Whatever is pooled over them, and whatever is left when one of them
 * is left out, is a function of their lines; so the attacker has these. Worse, here everything about their people is known.
 */
class NamedSitesUnderAttackTest {

    private static final int FEW = 11;
    private static final int FEW_OF_SCORES = 20;
    private static final Set<Integer> AGREED = Set.of(0, 1, 2, 6, 7, 8, 12, 13, 18, 19);

    @Test
    void whoeverNamesAllThatAgreedTellsOfTheOthers() {
        assertThat(IntStream.of(0, 2, 3, 5, 6, 7).filter(study -> {
                    List<Person> people = OddStudy.people(study);
                    Publication release = MadeUpStudy.release(people, 1, Optional.empty());
                    return !toldOfOthers(people, release, AGREED).isEmpty();
                }))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5, 6, 7})
    void whoKnowsEverybodyOfTheNamedSitesIsToldOfNoFewOthers(int study) {
        List<Person> people = OddStudy.people(study);
        Publication release = MadeUpStudy.naming(people, AGREED, Set.of(), 1, Optional.empty());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(toldOfOthers(people, release, named(release))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5, 6, 7})
    void aSiteIsToldAsAWholeOrNotAtAll(int study) {
        List<Person> people = OddStudy.people(study);
        Publication release = MadeUpStudy.naming(people, AGREED, Set.of(), 1, Optional.empty());

        for (int site : named(release)) {
            assertThat(partsToldOf(site, people, release)).as("site %s", site).isEmpty();
        }
    }

    @Test
    void someAreNamed() {
        assertThat(IntStream.of(0, 2, 3, 5, 6, 7)
                        .map(study -> named(MadeUpStudy.naming(
                                        OddStudy.people(study), AGREED, Set.of(), 1, Optional.empty()))
                                .size())
                        .sum())
                .isGreaterThan(5);
    }

    private static List<String> toldOfOthers(List<Person> people, Publication release, Set<Integer> named) {
        List<Person> others = people.stream()
                .filter(person -> !named.contains(person.institution()))
                .toList();
        List<String> told = new ArrayList<>(
                AnySubtractionTest.told(others, release.published(), MadeUpStudy.COMMUNICATION, "n", FEW));
        told.addAll(AnySubtractionTest.told(
                others, release.published(), MadeUpStudy.COMMUNICATION, "sd_gain", FEW_OF_SCORES));
        return told;
    }

    /** Proper parts of a site's people of whom something is told by the cells and the lines of all sites. */
    private static List<BitSet> partsToldOf(int site, List<Person> people, Publication release) {
        List<CellKey> strata = OddStudy.strata(people);
        List<Integer> named = List.copyOf(named(release));
        int owners = named.size() + 1;
        List<BitSet> sums = new ArrayList<>();
        for (CellKey cell : OddStudy.cells(release.published(), MadeUpStudy.COMMUNICATION, "n", one -> true)) {
            BitSet of = new BitSet();
            OddStudy.of(cell, strata).stream().forEach(stratum -> of.set(stratum * owners, (stratum + 1) * owners));
            sums.add(of);
        }
        BitSet there = new BitSet();
        people.forEach(person ->
                there.set(strata.indexOf(OddStudy.stratum(person)) * owners + 1 + named.indexOf(person.institution())));
        for (int owner = 1; owner < owners; owner++) {
            BitSet whole = new BitSet();
            for (int stratum = 0; stratum < strata.size(); stratum++) {
                whole.set(stratum * owners + owner);
            }
            sums.add(whole);
        }
        sums.forEach(sum -> sum.and(there));
        Span span = new Span(strata.size() * owners, sums);
        int[] theirs = IntStream.range(0, strata.size())
                .map(stratum -> stratum * owners + 1 + named.indexOf(site))
                .filter(there::get)
                .toArray();
        List<BitSet> told = new ArrayList<>();
        for (long choice = 1; choice < (1L << theirs.length) - 1; choice++) {
            BitSet part = new BitSet();
            BitSet.valueOf(new long[] {choice}).stream().forEach(which -> part.set(theirs[which]));
            if (span.tellsOf(part)) {
                told.add(part);
            }
        }
        return told;
    }

    private static Set<Integer> named(Publication release) {
        Set<Integer> named = new TreeSet<>();
        for (PublishedSite site : release.published().sites()) {
            if (site.origin().isPresent()) {
                named.add(Integer.parseInt(site.site().substring("site-".length())));
            }
        }
        return named;
    }
}
