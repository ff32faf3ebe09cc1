package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** A question of which an instrument has the answers only in a later version, or which only later many people answer. */
class LaterQuestionsTest {

    private static final MeasureKey CAREERS = new MeasureKey(MeasureKey.Subject.CHOICE, "careers");
    private static final int SITES = 8;
    private static final List<String> OPTIONS = List.of("student", "postdoc", "fellow");
    private static final Map<String, Integer> MANY = Map.of("student", 12, "postdoc", 9, "fellow", 8);

    @Test
    void whatIsAskedFromTheSecondReleaseOnIsToldByItsAnswers() {
        Publication first = release(Map.of(), 1, Optional.empty());

        Publication second = release(MANY, 2, Optional.of(first));

        assertThat(second.gate().findings()).isEmpty();
        assertThat(nation(second).origin()).hasValue(2);
        assertThat(percents(second))
                .containsExactly("percent:student 41.4", "percent:postdoc 31.0", "percent:fellow 27.6");
    }

    @Test
    void byEarlierRulesItIsMadeAgainAsItWas() {
        Publication first = release(Method.OF_NAMED_SITES, Map.of(), 1, Optional.empty());

        Publication second = release(Method.OF_NAMED_SITES, MANY, 2, Optional.of(first));

        assertThat(percents(second)).containsExactly("percent:other hidden");
    }

    /** A study whose first release was by earlier rules goes on by these. */
    @Test
    void neitherIsItHiddenBecauseTheFirstReleaseWasByEarlierRules() {
        Publication first = release(Method.OF_NAMED_SITES, Map.of(), 1, Optional.empty());

        Publication second = release(MANY, 2, Optional.of(first));

        assertThat(percents(second)).contains("percent:student 41.4");
    }

    @Test
    void whatFewAnsweredAtFirstIsToldOnceManyDidAndItsOptionsAreNotEvenListedBefore() {
        Publication first = release(Map.of("student", 3, "postdoc", 3, "fellow", 2), 1, Optional.empty());

        Publication second = release(MANY, 2, Optional.of(first));

        assertThat(percents(first)).containsExactly("percent:other hidden");
        assertThat(percents(second))
                .containsExactly("percent:student 41.4", "percent:postdoc 31.0", "percent:fellow 27.6");
    }

    /** Else which options are listed would tell that somebody chose one. */
    @Test
    void nothingIsListedAnewWhileTheNationStands() {
        Publication first = release(Map.of("student", 7, "postdoc", 5), 1, Optional.empty());

        Publication fewMore = release(Map.of("student", 8, "postdoc", 5), 2, Optional.of(first));
        Publication manyMore = release(Map.of("student", 8, "postdoc", 6), 2, Optional.of(first));

        assertThat(nation(fewMore).origin()).hasValue(1);
        assertThat(percents(fewMore)).containsExactly("percent:other hidden");
        assertThat(nation(manyMore).origin()).hasValue(2);
        assertThat(percents(manyMore)).containsExactly("percent:student 57.1", "percent:postdoc 42.9");
    }

    @Test
    void whatIsToldApartStaysSo() {
        Publication first = release(Map.of(), 1, Optional.empty());
        Publication second = release(Map.of("student", 12, "postdoc", 9), 2, Optional.of(first));

        Publication third = release(MANY, 3, Optional.of(second));

        assertThat(percents(second)).containsExactly("percent:student 57.1", "percent:postdoc 42.9");
        assertThat(percents(third))
                .containsExactly("percent:student 41.4", "percent:postdoc 31.0", "percent:other 27.6");
    }

    /** Of the two at a hub of their own nothing is renewed; that is not seen. */
    @Test
    void whatIsHiddenLooksTheSameWheneverItWasHidden() {
        Publication first = release(Method.last(), Map.of("student", 3, "postdoc", 3), 2, 1, Optional.empty());

        Publication second = release(Method.last(), MANY, 2, 2, Optional.of(first));

        assertThat(percents(second)).contains("percent:student 41.5"); // of 234
        assertThat(second.published().cells().stream()
                        .filter(cell -> cell.measure().equals(CAREERS))
                        .map(cell -> cell.figures().stream()
                                .map(figure -> figure.measure())
                                .toList())
                        .distinct())
                .hasSize(1);
    }

    private static List<String> percents(Publication release) {
        return nation(release).figures().stream()
                .filter(figure -> figure.measure().startsWith("percent"))
                .map(figure -> figure.measure() + " " + figure.text().orElse("hidden"))
                .toList();
    }

    private static PublishedCell nation(Publication release) {
        return release.published().cell(CellKey.NATION, CAREERS).orElseThrow();
    }

    private static Publication release(Map<String, Integer> atEachSite, int number, Optional<Publication> previous) {
        return release(Method.last(), atEachSite, number, previous);
    }

    private static Publication release(
            Method method, Map<String, Integer> atEachSite, int number, Optional<Publication> previous) {
        return release(method, atEachSite, 0, number, previous);
    }

    /**
     * At each site twenty people answer another question, and so many this one; none if it is not asked.
     *
     * @param apart so many at a hub of their own, who give the first answers
     */
    private static Publication release(
            Method method, Map<String, Integer> atEachSite, int apart, int number, Optional<Publication> previous) {
        Thresholds thresholds = Thresholds.withDefaults();
        CubeBuilder cube = new CubeBuilder(new Rules(thresholds).countable(), new byte[32]);
        int valuable = cube.measure(MadeUpStudy.VALUABLE, Measured.Form.SHARE, List.of(), 1);
        List<String> asked = OPTIONS.stream().filter(atEachSite::containsKey).toList();
        int careers = asked.isEmpty() ? -1 : cube.measure(CAREERS, Measured.Form.ONE_OF, asked, 1);
        for (int site = 0; site < SITES; site++) {
            cube.workshop(site, "site " + site, new UUID(0, site), at("h"));
            for (int i = 0; i < 20; i++) {
                cube.add(valuable, i % 4 == 0 ? 0 : 1);
            }
            for (int option = 0; option < asked.size(); option++) {
                for (int i = 0; i < atEachSite.get(asked.get(option)); i++) {
                    cube.add(careers, option);
                }
            }
        }
        if (apart > 0) {
            cube.workshop(SITES, "site " + SITES, new UUID(0, SITES), at("g"));
        }
        for (int option = 0; option < apart; option++) {
            cube.add(careers, option);
        }
        return Publication.of(
                Cube.of(cube.build().bytes()),
                thresholds,
                method,
                number,
                previous.map(release -> Standing.of(release.standing().bytes())));
    }

    private static CellKey at(String hub) {
        return new Person(0, hub, "k", "online", "4–8", "c", "2026", "s", true, 0, 0).stratum();
    }
}
