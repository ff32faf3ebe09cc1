package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which sites that agreed a release names with what their people gained. */
class NamedSitesTest {

    private static final int SITES = 8;
    private static final int EACH = 40;
    private static final Set<Integer> NONE = Set.of();

    private final List<Person> people = new ArrayList<>();

    @Test
    void sitesThatAgreedAreNamedAndNoOthersAreListed() {
        come(SITES, EACH);
        Publication release = MadeUpStudy.naming(people, Set.of(1, 4), NONE, 1, Optional.empty());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(release.published().sites()).extracting(PublishedSite::site).containsExactly("site-1", "site-4");
        assertThat(named(release)).containsExactly("site-1", "site-4");
        assertThat(release.published().sites().get(0).figures())
                .extracting(figure -> figure.measure())
                .containsExactly("n", "mean_gain", "sd_gain", "ci_lower_gain", "ci_upper_gain");
        assertThat(n(release, "site-4")).hasValue("40");
    }

    @Test
    void whereNobodyAgreedAReleaseIsAsItWas() {
        come(SITES, EACH);
        Publication release = MadeUpStudy.naming(people, NONE, NONE, 1, Optional.empty());

        assertThat(release.published())
                .isEqualTo(MadeUpStudy.release(people, 1, Optional.empty()).published());
        assertThat(release.published().sites()).isEmpty();
    }

    @Test
    void threeStayBehindThatAreNotNamed() {
        come(SITES, EACH);
        Publication release = MadeUpStudy.naming(people, Set.of(0, 1, 2, 3, 4, 5, 6, 7), NONE, 1, Optional.empty());

        assertThat(release.gate().findings()).isEmpty();
        assertThat(named(release)).hasSize(SITES - 3);
        assertThat(release.published().sites()).hasSize(SITES);
    }

    @Test
    void aSiteOfFewPeopleIsListedAndNotShown() {
        come(SITES, EACH);
        people.removeIf(person -> person.institution() == 2 && people.indexOf(person) > 19 * SITES);
        Publication release = MadeUpStudy.naming(people, Set.of(1, 2), NONE, 1, Optional.empty());

        assertThat(people.stream().filter(person -> person.institution() == 2)).hasSizeLessThan(20);
        assertThat(named(release)).containsExactly("site-1");
        assertThat(n(release, "site-2")).isEmpty();
    }

    @Test
    void aSiteThatIsNearlyAllOfAHubThatIsShownIsNotNamed() {
        come(SITES, EACH);
        for (int i = 0; i < 6; i++) { // three others of its hub have two people each
            people.add(person(20 + i % 3, "small", i));
        }
        for (int i = 0; i < 60; i++) {
            people.add(person(23, "small", i));
            people.add(person(24 + i % 3, "small", i));
        }
        Publication shown = MadeUpStudy.naming(people, Set.of(23), NONE, 1, Optional.empty());
        assertThat(named(shown)).containsExactly("site-23");

        people.removeIf(person -> person.institution() >= 24);
        for (int i = 0; i < 8; i++) {
            people.add(person(20 + i % 3, "small", i));
        }
        Publication hub = MadeUpStudy.naming(people, NONE, NONE, 1, Optional.empty());
        Publication hidden = MadeUpStudy.naming(people, Set.of(23), NONE, 1, Optional.empty());

        assertThat(hub.published()
                        .cell(CellKey.of(Dimension.HUB, "small"), MadeUpStudy.COMMUNICATION)
                        .orElseThrow()
                        .isShown())
                .isTrue();
        assertThat(named(hidden)).isEmpty();
        assertThat(hidden.published().cells()).isEqualTo(hub.published().cells());
        assertThat(hidden.gate().findings()).isEmpty();
    }

    @Test
    void whoWithdrawsAgreementIsInNoLaterRelease() {
        come(SITES, EACH);
        Publication first = MadeUpStudy.naming(people, Set.of(1, 4), NONE, 1, Optional.empty());
        Publication second = MadeUpStudy.naming(people, Set.of(4), Set.of(1, 4), 2, Optional.of(first.standing()));

        assertThat(second.published().sites()).extracting(PublishedSite::site).containsExactly("site-4");
        assertThat(origin(second, "site-4")).isEqualTo(1);
    }

    @Test
    void aRowIsRenewedOnceElevenOfTheSiteChanged() {
        come(SITES, EACH);
        Publication first = MadeUpStudy.naming(people, Set.of(0), NONE, 1, Optional.empty());

        assertThat(origin(after(first, 10, 12), "site-0")).isEqualTo(1);
        assertThat(origin(after(first, 11, 12), "site-0")).isEqualTo(2);
    }

    @Test
    void whoKnowsTheNamedSitesLearnsNothingOfFewOthersWhoChanged() {
        come(SITES, EACH);
        Publication named = MadeUpStudy.naming(people, Set.of(0, 1), NONE, 1, Optional.empty());
        Publication unnamed = MadeUpStudy.release(people, 1, Optional.empty());

        // thirteen people, eight of them outside the site of most: enough, unless the reader knows the two sites
        assertThat(nation(after(unnamed, 5, 5, 3))).isEqualTo(2);
        assertThat(nation(after(named, 5, 5, 3))).isEqualTo(1);
        assertThat(nation(after(named, 5, 5, 6, 5))).isEqualTo(2);
    }

    @Test
    void aSiteThatTheFirstReleaseDidNotNameIsNamedInNoLaterOne() {
        come(SITES, EACH);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());

        assertThat(named(after(first, Set.of(0, 1), 0))).isEmpty();
        assertThat(named(after(first, Set.of(0, 1), 5, 5, 6, 5))).isEmpty();
    }

    /** Earlier releases told of the others together with the sites: who has these now has five of one institution. */
    @Test
    void whatWasShownOfAHubBeforeIsNotLessenedBySitesThatAreNamedLater() {
        come(SITES, EACH);
        comeTo("small", 20, 30);
        comeTo("small", 21, 20);
        comeTo("small", 22, 5);
        Publication first = MadeUpStudy.release(people, 1, Optional.empty());
        assertThat(isShown(first, CellKey.of(Dimension.HUB, "small"))).isTrue();

        for (int site = 23; site < 26; site++) {
            comeTo("small", site, 11);
        }

        assertThat(named(after(first, Set.of(20, 21), 0))).isEmpty();
    }

    @Test
    void aStageOfFewOthersKeepsTheSitesThatTeachItFromBeingNamed() {
        come(SITES, EACH);
        comeAs("faculty", 20, 20);
        comeAs("faculty", 21, 20);
        comeAs("faculty", 22, 5);
        Publication few = MadeUpStudy.naming(people, Set.of(20, 21), NONE, 1, Optional.empty());
        assertThat(isShown(few, CellKey.of(Dimension.STAGE, "faculty"))).isTrue();
        assertThat(named(few)).isEmpty();

        for (int site = 23; site < 26; site++) {
            comeAs("faculty", site, 8);
        }

        assertThat(named(MadeUpStudy.naming(people, Set.of(20, 21), NONE, 1, Optional.empty())))
                .containsExactly("site-20", "site-21");
    }

    @Test
    void stagesThatAreHiddenTogetherAreOfEnoughOthersToo() {
        come(SITES, EACH);
        comeAs("faculty", 20, 20);
        comeAs("faculty", 22, 5);
        comeAs("staff", 21, 20);
        comeAs("staff", 22, 6);
        comeAs("staff", 23, 5);
        Publication release = MadeUpStudy.naming(people, Set.of(20, 21), NONE, 1, Optional.empty());

        assertThat(isShown(release, CellKey.of(Dimension.STAGE, "postdoc"))).isTrue();
        assertThat(isShown(release, CellKey.of(Dimension.STAGE, "other"))).isFalse();
        assertThat(isShown(release, CellKey.of(Dimension.STAGE, "staff"))).isFalse();
        assertThat(named(release)).containsExactly("site-20"); // beside both, sixteen of two institutions are left
    }

    @Test
    void correctionsDoNotHideOneOfTheSiteWhoCame() {
        come(SITES, EACH);
        Publication first = MadeUpStudy.naming(people, Set.of(0), NONE, 1, Optional.empty());
        for (int corrected = 0; corrected < 12; corrected++) {
            people.set(corrected * SITES, person(0, "h", 500 + corrected));
        }
        assertThat(origin(after(first, 0), "site-0")).isEqualTo(2);

        people.add(person(0, "h", 700));
        assertThat(origin(after(first, 0), "site-0")).isEqualTo(1);
    }

    private void comeTo(String hub, int site, int each) {
        for (int i = 0; i < each; i++) {
            people.add(varied(site, hub, "postdoc", i));
        }
    }

    private void comeAs(String stage, int site, int each) {
        for (int i = 0; i < each; i++) {
            people.add(varied(site, "h", stage, i));
        }
    }

    private static Person varied(int site, String hub, String stage, int at) {
        return new Person(
                site, hub, "k", "online", "4–8", "c", "2026", stage, at % 3 != 0, 6 + at % 20, 16 + at * 7 % 27);
    }

    private static boolean isShown(Publication release, CellKey cell) {
        return release.published()
                .cell(cell, MadeUpStudy.COMMUNICATION)
                .orElseThrow()
                .isShown();
    }

    private void come(int sites, int each) {
        for (int i = 0; i < sites * each; i++) {
            people.add(person(i % sites, "h", i));
        }
    }

    private static Person person(int site, String hub, int at) {
        return new Person(
                site, hub, "k", "online", "4–8", "c", "2026", "postdoc", at % 3 != 0, 6 + at % 20, 16 + at % 27);
    }

    /** The second release, after so many of each site withdrew; the sites of the first agree still. */
    private Publication after(Publication first, int... ofEach) {
        Set<Integer> agreed = new TreeSet<>();
        first.published()
                .sites()
                .forEach(site -> agreed.add(Integer.parseInt(site.site().substring(5))));
        return after(first, agreed, ofEach);
    }

    private Publication after(Publication first, Set<Integer> agreed, int... ofEach) {
        int[] left = ofEach.clone();
        List<Person> fewer = people.stream()
                .filter(person -> person.institution() >= left.length || left[person.institution()]-- <= 0)
                .toList();
        Publication second = MadeUpStudy.naming(fewer, agreed, agreed, 2, Optional.of(first.standing()));
        assertThat(second.gate().findings()).isEmpty();
        return second;
    }

    private static int nation(Publication release) {
        return release.published()
                .cell(CellKey.NATION, MadeUpStudy.COMMUNICATION)
                .orElseThrow()
                .origin()
                .orElseThrow();
    }

    private static int origin(Publication release, String site) {
        return find(release, site).origin().orElseThrow();
    }

    private static PublishedSite find(Publication release, String site) {
        return release.published().sites().stream()
                .filter(one -> one.site().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> n(Publication release, String site) {
        return find(release, site).figures().get(0).text();
    }

    private static List<String> named(Publication release) {
        return release.published().sites().stream()
                .filter(site -> site.origin().isPresent())
                .map(PublishedSite::site)
                .toList();
    }
}
