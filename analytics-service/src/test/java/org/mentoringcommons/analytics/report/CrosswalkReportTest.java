package org.mentoringcommons.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/**
 * What others declare reaches reports that are kept already: versions are pooled once a crosswalk says that they ask the
 * same, and coverage is held against outcome once one says which module trains what a scale measures. Model figures are R's:
 * {@code nlme::lme(gain ~ hours + covered + unknown, random = ~ 1 | workshop)} of the same 21 people, six workshops in scope.
 */
@QuarkusTest
class CrosswalkReportTest {

    private static final String STUDY = "crossed";
    private static final Tenant SITE = Facts.institution(STUDY);

    private record Held(int minutes, String version, String covered, int... sums) {}

    /** Three people each, before and now; the first three workshops were asked with version 1, the others with 2. */
    private static final List<Held> WORKSHOPS = List.of(
            new Held(240, "1.0.0", "own", 5, 9, 6, 8, 7, 12),
            new Held(300, "1.0.0", "own", 4, 8, 8, 9, 9, 13),
            new Held(240, "1.0.0", "other", 5, 6, 9, 9, 6, 8),
            new Held(480, "1.0.0", "other", 7, 10, 8, 8, 5, 9),
            new Held(360, "1.0.0", "unknown", 6, 9, 7, 7, 4, 8),
            new Held(300, "1.0.0", "own", 6, 11, 8, 12, 7, 8),
            new Held(240, "9.9.9", "own", 3, 12, 4, 13, 6, 14));

    @Inject
    Feed feed;

    @Test
    void a_report_follows_the_crosswalks_that_arrive_after_it() {
        delivered();
        declared();

        Figures before = read();
        assertThat(before.measure("gains", "skill", "gain").get("reason").asText())
                .contains("crossed 1 alone sums a (pair of ratings of 7)")
                .contains("crossed 2 alone sums a2 (pair of ratings of 7)");
        assertThat(before.n("participants.stage", "x", "percent"))
                .as("of the first version alone")
                .isEqualTo(9);
        assertThat(before.report().toString()).contains("Not pooled: stage");
        assertThat(read().report().get("watermark")).isEqualTo(before.report().get("watermark"));

        sameItems();

        Figures pooled = read();
        assertThat(pooled.value("gains", "skill", "n")).isEqualTo(21);
        assertThat(pooled.value("gains", "skill", "gain")).isCloseTo(1.73809523809524, within(1e-12));
        assertThat(pooled.n("participants.stage", "x", "percent")).isEqualTo(21);
        assertThat(pooled.value("themes", "tried", "count"))
                .as("coded under both keys")
                .isEqualTo(2);
        assertThat(pooled.report().toString()).doesNotContain("Not pooled");
        assertThat(pooled.measure("dose_competencies", "skill", "covered")
                        .get("reason")
                        .asText())
                .contains("has not arrived");

        modules();

        Figures held = read();
        assertThat(competency(held, "workshops_outside_crosswalk")).isEqualTo(1);
        assertThat(competency(held, "workshops_covered")).isEqualTo(3);
        assertThat(competency(held, "workshops_not_covered")).isEqualTo(2);
        assertThat(competency(held, "workshops_coverage_unknown")).isEqualTo(1);
        assertThat(competency(held, "covered")).isCloseTo(1.012820512820513, within(1e-7));
        assertThat(competency(held, "p_covered")).isCloseTo(0.178963169962911, within(1e-7));
        assertThat(competency(held, "covered_known_only")).isCloseTo(1.012820512820513, within(1e-7));
        assertThat(competency(held, "p_covered_known_only")).isCloseTo(0.167295795971251, within(1e-7));
        assertThat(held.report().toString())
                .contains("Skill: own (crossed).")
                .contains("Modules that lead to no scale of this report: other (crossed)");
        assertGapsAreShown(held);
        assertThat(page()).contains("Competencies, dose and outcome").contains("1.01 [−1.13, 3.16]");
    }

    private static void assertGapsAreShown(Figures report) {
        assertThat(reason(report, "unnamed")).contains("does not say what this scale measures");
        assertThat(reason(report, "of_nothing")).contains("measures none of its competencies");
        assertThat(reason(report, "untaught")).contains("no module of the study's curricula trains");
    }

    private static String reason(Figures report, String scale) {
        return report.measure("dose_competencies", scale, "covered")
                .get("reason")
                .asText();
    }

    private static double competency(Figures report, String measure) {
        return report.value("dose_competencies", "skill", measure);
    }

    @Test
    void a_crosswalk_that_is_not_there_or_speaks_of_something_else_is_refused() {
        delivered();
        feed.state("module-crosswalks", null, "of-others/2", modules("of-others", 2, "something else"));
        Map<String, Object> study = study(STUDY + "-refused");
        study.put("ahead", false);
        study.put("crosswalk", Map.of("key", "of-others", "number", 7));
        study.put("tables", Map.of());
        Declared.declare(study).statusCode(400).body("violations.field", contains("crosswalk"));

        Map<String, Object> elsewhere = study(STUDY + "-elsewhere");
        elsewhere.put("crosswalk", Map.of("key", "of-others", "number", 2));
        elsewhere.put("tables", Map.of());
        Declared.declare(elsewhere)
                .statusCode(400)
                .body("violations.message", contains("speaks of none of the study's curricula"));

        Map<String, Object> nameless = study(STUDY + "-nameless");
        nameless.put("crosswalk", Map.of("key", "", "number", 0));
        Declared.declare(nameless).statusCode(400);
    }

    private void delivered() {
        for (int number = 0; number < WORKSHOPS.size(); number++) {
            Held held = WORKSHOPS.get(number);
            String version = number < 3 ? "1" : "2";
            Map<String, Object> workshop = new HashMap<>(Facts.workshop(STUDY + number, STUDY, held.minutes()));
            workshop.put("version", held.version());
            if (!held.covered().equals("unknown")) {
                workshop.put("coverage", Map.of("known", true, "modules", List.of(held.covered())));
            }
            feed.state("workshops", SITE, Facts.id(STUDY + number), workshop);
            String wave = STUDY + " wave " + number;
            feed.state("waves", SITE, Facts.id(wave), Facts.wave(wave, STUDY + number, instrument(version)));
            for (int person = 0; person < 3; person++) {
                answer(wave, version, wave + person, held.sums()[2 * person], held.sums()[2 * person + 1]);
            }
        }
        feed.state(
                "codings",
                SITE,
                Facts.id(STUDY + " wave 00") + ":why",
                Facts.coding(STUDY + " wave 00", "why", "tried"));
        feed.state(
                "codings",
                SITE,
                Facts.id(STUDY + " wave 30") + ":reasons",
                Facts.coding(STUDY + " wave 30", "reasons", "tried"));
    }

    private void answer(String wave, String version, String who, int then, int now) {
        String second = version.equals("1") ? "a" : "a2";
        Map<String, Object> answers = Map.of(
                "b",
                Facts.pair(then - then / 2, now - now / 2),
                second,
                Facts.pair(then / 2, now / 2),
                "u",
                Facts.pair(1, 2),
                "v",
                Facts.pair(1, 2),
                "w",
                Facts.pair(1, 2),
                "stage",
                List.of("x"));
        feed.state("responses", SITE, Facts.id(who), Facts.response(who, wave, true, answers));
    }

    private static Map<String, Object> instrument(String version) {
        boolean first = version.equals("1");
        List<Map<String, Object>> items = new ArrayList<>(List.of(
                Facts.thenNow(first ? "a" : "b"),
                Facts.thenNow(first ? "b" : "a2"),
                Facts.thenNow("u"),
                Facts.thenNow("v"),
                Facts.thenNow("w"),
                Facts.options("stage", "multi_choice", List.of("x", "y")),
                Facts.text(first ? "why" : "reasons")));
        return Facts.instrument(
                STUDY,
                version,
                items,
                List.of(
                        Facts.scale("skill", "b", first ? "a" : "a2"),
                        Facts.scale("unnamed", "u"),
                        Facts.scale("of_nothing", "v"),
                        Facts.scale("untaught", "w")));
    }

    private static Map<String, Object> study(String key) {
        Map<String, Object> study = Declared.study(key, STUDY, STUDY, "skill", "crossing reader");
        @SuppressWarnings("unchecked")
        Map<String, Object> inclusion = (Map<String, Object>) study.get("inclusion");
        inclusion.put(
                "instruments", List.of(Map.of("key", STUDY, "version", "1"), Map.of("key", STUDY, "version", "2")));
        return study;
    }

    /** Items are asked for ahead of their crosswalk: nobody has brought version 3. */
    private static void declared() {
        Map<String, Object> study = study(STUDY);
        @SuppressWarnings("unchecked")
        Map<String, Object> inclusion = (Map<String, Object>) study.get("inclusion");
        List<Object> instruments = new ArrayList<>((List<?>) inclusion.get("instruments"));
        instruments.add(Map.of("key", STUDY, "version", "3"));
        inclusion.put("instruments", instruments);
        study.put("crosswalk", Map.of("key", "crossed-modules", "number", 1));
        study.put(
                "tables",
                Map.of(
                        "gains",
                        List.of("skill", "unnamed", "of_nothing", "untaught"),
                        "participants",
                        List.of(Map.of("section", "stage", "item", "stage")),
                        "coded",
                        List.of(Map.of("section", "themes", "item", "why"))));
        Declared.declare(study).statusCode(201);
        Declared.join(STUDY, SITE, 1).statusCode(201);
    }

    private void sameItems() {
        feed.state(
                "item-crosswalks",
                null,
                "crossed/1/crossed/2",
                Map.of(
                        "from",
                        Map.of("key", STUDY, "version", "1"),
                        "to",
                        Map.of("key", STUDY, "version", "2"),
                        "source",
                        "the authors",
                        "same",
                        List.of(
                                Map.of("from", "a", "to", "a2"),
                                Map.of("from", "b", "to", "b"),
                                Map.of("from", "u", "to", "u"),
                                Map.of("from", "v", "to", "v"),
                                Map.of("from", "w", "to", "w"),
                                Map.of("from", "why", "to", "reasons"),
                                Map.of("from", "stage", "to", "stage"))));
    }

    private void modules() {
        feed.state("module-crosswalks", null, "crossed-modules/1", modules("crossed-modules", 1, STUDY));
    }

    private static Map<String, Object> modules(String key, int number, String curriculum) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("instrument", STUDY);
        nothing.put("scale", "of_nothing");
        nothing.put("competency", null);
        return Map.of(
                "key",
                key,
                "number",
                number,
                "curricula",
                List.of(Map.of("curriculum", curriculum, "version", "1.0.0")),
                "modules",
                List.of(
                        Map.of("curriculum", curriculum, "module", "own", "competency", "skills"),
                        Map.of("curriculum", curriculum, "module", "other", "competency", "ethics")),
                "scales",
                List.of(
                        Map.of("instrument", STUDY, "scale", "skill", "competency", "skills"),
                        Map.of("instrument", STUDY, "scale", "untaught", "competency", "writing"),
                        nothing));
    }

    private static Figures read() {
        return Figures.read(STUDY, "crossing reader");
    }

    private static String page() {
        return Declared.as(Token.of("crossing reader").sign())
                .accept("text/html")
                .get(Declared.STUDIES + "/" + STUDY + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
