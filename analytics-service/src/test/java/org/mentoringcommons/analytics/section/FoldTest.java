package org.mentoringcommons.analytics.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.Judged;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choice;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** Reading in parts, in any order, finds what one pass finds: every figure, to the last bit. */
class FoldTest {

    private static final InstrumentReference INSTRUMENT = new InstrumentReference("i", "1");
    private static final Structure STRUCTURE = new Structure(
            List.of(
                    new ThenNow("a", 7),
                    new ThenNow("b", 7),
                    new ThenNow("c", 7),
                    new Choice("stage", List.of("x", "y")),
                    new Likert("good", 5),
                    new Likert("hard", 5)),
            List.of(
                    new Scale("one", List.of("a", "b", "c"), Missing.COMPLETE, null, Set.of("b")),
                    new Scale("two", List.of("b", "c"), Missing.COMPLETE)),
            List.of(new Scale("well", List.of("good", "hard"), Missing.AT_LEAST, 1, Set.of("hard"))));
    private static final StudyInstruments INSTRUMENTS = new StudyInstruments(Map.of(INSTRUMENT, STRUCTURE));

    private record Person(DeliveredWorkshop workshop, Answers answers) {}

    private final Random random = new Random(20261122);
    private final Study.Definition definition = definition();
    private final List<DeliveredWorkshop> workshops = workshops();
    private final Cohort cohort = new Cohort(definition.inclusion(), workshops);
    private final List<Person> people = people();

    @Test
    void parts_merge_into_what_one_pass_finds() {
        Gathered whole = gathered(people);

        Gathered merged = gathered(List.of());
        for (int from = 0; from < people.size(); from += 170) {
            merged.merge(gathered(people.subList(from, Math.min(people.size(), from + 170))));
        }

        assertThat(sections(merged)).isEqualTo(sections(whole));
    }

    @Test
    void the_order_of_the_rows_changes_nothing() {
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);

        assertThat(sections(gathered(shuffled))).isEqualTo(sections(gathered(people)));
    }

    @Test
    void one_person_less_is_another_result() {
        assertThat(sections(gathered(people.subList(1, people.size())))).isNotEqualTo(sections(gathered(people)));
    }

    private Gathered gathered(List<Person> some) {
        Gathered gathered = new Gathered(definition, INSTRUMENTS);
        some.forEach(person -> gathered.read(person.workshop(), person.answers()));
        return gathered;
    }

    private JsonNode sections(Gathered gathered) {
        Findings findings = new Findings(
                definition,
                cohort,
                gathered,
                item -> new CodedTexts<>(0, Map.of(), new Judged()),
                Map.of(),
                Optional.empty());
        return new ObjectMapper().valueToTree(findings.sections());
    }

    private static Study.Definition definition() {
        Inclusion inclusion = new Inclusion(
                List.of("k"), 0, null, List.of("mentee"), List.of(), List.of(INSTRUMENT), List.of(), null, null, null);
        Tables tables = new Tables(
                List.of(),
                List.of(new Tables.ItemTable("stage", "stage")),
                List.of(new Tables.SatisfactionRow("good", "good", List.of("4", "5"))),
                List.of(),
                List.of("one", "two"),
                new Tables.Comparison("stages", "stage", List.of("x", "y")),
                List.of("well"));
        return new Study.Definition("test", inclusion, "consented", tables, null, null, null, null, false, null, null);
    }

    private List<DeliveredWorkshop> workshops() {
        List<DeliveredWorkshop> found = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            found.add(new DeliveredWorkshop(
                    "site " + i % 7,
                    new UUID(1, i),
                    "k",
                    "1",
                    240 + 30 * (i % 5),
                    i % 3 == 0 ? "online" : "in_person",
                    "mentee",
                    LocalDate.of(2026, 1, 1),
                    i % 6 == 0 ? Optional.empty() : Optional.of(i % 2 == 0 ? Set.of("m") : Set.of("m", "n")),
                    20,
                    Set.of(INSTRUMENT),
                    new People<>(10),
                    new People<>(10)));
        }
        return found;
    }

    private List<Person> people() {
        List<Person> found = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Map<String, JsonNode> answers = new HashMap<>();
            for (String item : List.of("a", "b", "c")) {
                if (random.nextInt(12) > 0) {
                    answers.put(
                            item,
                            new ObjectMapper()
                                    .createObjectNode()
                                    .put("then", 1 + random.nextInt(6))
                                    .put("now", 2 + random.nextInt(6)));
                }
            }
            answers.put("stage", new TextNode(random.nextBoolean() ? "x" : "y"));
            answers.put("good", new IntNode(1 + random.nextInt(5)));
            if (random.nextInt(6) > 0) {
                answers.put("hard", new IntNode(1 + random.nextInt(5)));
            }
            DeliveredWorkshop workshop = workshops.get(random.nextInt(workshops.size()));
            found.add(new Person(workshop, STRUCTURE.unpack(STRUCTURE.pack(answers))));
        }
        return found;
    }
}
