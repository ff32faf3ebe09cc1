package org.mentoringcommons.analytics.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.Judged;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/**
 * Of two pooled versions only the first has the scales, while the second asks their items under others: whoever answered
 * the second has no score on them, and does not lack one either.
 */
class NotAskedTest {

    private static final InstrumentReference FIRST = new InstrumentReference("i", "1");
    private static final InstrumentReference SECOND = new InstrumentReference("i", "2");
    private static final List<Item> ITEMS =
            List.of(new ThenNow("a", 7), new ThenNow("b", 7), new Likert("good", 5), new Likert("hard", 5));
    private static final int OF_FIRST = 6;
    private static final int OF_SECOND = 4;

    @ParameterizedTest
    @EnumSource
    void only_who_was_asked_a_scale_has_a_score_on_it_or_lacks_one(Missing rule) {
        Findings findings = findings(rule);

        for (String section : List.of("gains", "scores")) {
            String scale = section.equals("gains") ? "pairs" : "once";
            assertThat(value(findings, section, scale, "n")).as(section).isEqualTo(OF_FIRST - 1L);
            assertThat(value(findings, section, scale, "missing")).as(section).isEqualTo(1L);
            assertThat(measure(findings, section, scale, "missing").n())
                    .as("of those who were asked")
                    .isEqualTo(OF_FIRST);
            assertThat(value(findings, section, scale, "clusters")).as(section).isEqualTo(1L);
        }
    }

    @Test
    void ratings_under_another_scale_are_not_among_those_of_this_one() {
        Findings findings = findings(Missing.COMPLETE);

        Findings.Ratings ratings = findings.ratings(findings.samples().get(0));

        assertThat(ratings.before()).containsExactly(2, 0, 2 * (OF_FIRST - 1), 0, 0, 0, 0, 0);
        assertThat(ratings.now()).containsExactly(2, 0, 0, 0, 2 * (OF_FIRST - 1), 0, 0, 0);
    }

    private static Findings findings(Missing rule) {
        Integer minimum = rule == Missing.AT_LEAST ? 1 : null;
        Structure with = new Structure(
                ITEMS,
                List.of(new Scale("pairs", List.of("a", "b"), rule, minimum, null)),
                List.of(new Scale("once", List.of("good", "hard"), rule, minimum, null)));
        Structure without = new Structure(
                ITEMS,
                List.of(new Scale("once", List.of("b", "a"), rule, minimum, null)),
                List.of(new Scale("pairs", List.of("good", "hard"), rule, minimum, null)));
        Map<InstrumentReference, Structure> structures = new LinkedHashMap<>();
        structures.put(FIRST, with);
        structures.put(SECOND, without);
        Study.Definition definition = definition();
        DeliveredWorkshop first = workshop(1, FIRST);
        DeliveredWorkshop second = workshop(2, SECOND);
        Gathered gathered = new Gathered(definition, new StudyInstruments(structures));
        Gathered later = new Gathered(definition, new StudyInstruments(structures));
        for (int person = 0; person < OF_FIRST; person++) {
            gathered.read(first, with.unpack(with.pack(person == 0 ? Map.of() : answers())));
        }
        for (int person = 0; person < OF_SECOND; person++) {
            (person == 0 ? gathered : later).read(second, without.unpack(without.pack(answers())));
        }
        return new Findings(
                definition,
                new Cohort(definition.inclusion(), List.of(first, second)),
                gathered.merge(later),
                item -> new CodedTexts<>(0, Map.of(), new Judged()),
                Map.of(),
                Optional.empty());
    }

    private static Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new HashMap<>();
        for (String pair : List.of("a", "b")) {
            answers.put(
                    pair, JsonNodeFactory.instance.objectNode().put("then", 2).put("now", 4));
        }
        answers.put("good", IntNode.valueOf(4));
        answers.put("hard", IntNode.valueOf(3));
        return answers;
    }

    private static Study.Definition definition() {
        Inclusion inclusion = new Inclusion(
                List.of("k"),
                0,
                null,
                List.of("mentee"),
                List.of(),
                List.of(FIRST, SECOND),
                List.of(),
                null,
                null,
                null);
        Tables tables = new Tables(List.of(), List.of(), List.of(), List.of(), List.of("pairs"), null, List.of("once"));
        return new Study.Definition("test", inclusion, "consented", tables, null, null, null, null, false, null, null);
    }

    private static DeliveredWorkshop workshop(int number, InstrumentReference instrument) {
        return new DeliveredWorkshop(
                "site",
                new UUID(1, number),
                "k",
                "1",
                240,
                "online",
                "mentee",
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                20,
                Set.of(instrument),
                new People<>(10),
                new People<>(10));
    }

    private static Object value(Findings findings, String section, String row, String measure) {
        return measure(findings, section, row, measure).value();
    }

    private static Measure measure(Findings findings, String section, String row, String measure) {
        return findings.sections().stream()
                .filter(found -> found.section().equals(section))
                .flatMap(found -> found.rows().stream())
                .filter(found -> found.row().equals(row))
                .flatMap(found -> found.measures().stream())
                .filter(found -> found.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }
}
