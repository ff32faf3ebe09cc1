package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.FhirFile;
import org.mentoringcommons.survey.dataset.RedcapFile;
import org.mentoringcommons.survey.dataset.Row;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.Condition;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;

/** Other tools ask the same people as we did. FHIR's expressions are read by HAPI, in the acceptance tests. */
class ConditionsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Option> OPTIONS = List.of(option("x"), option("y"), option("z"));
    private static final Condition CHOSE_Y = new Condition.Equals("one", "y");
    private static final Condition TICKED_Z = new Condition.Equals("some", "z");
    private static final Condition FEW = new Condition.Between("years", null, new BigDecimal("2.5"));

    private static final List<Condition> CONDITIONS = List.of(
            CHOSE_Y,
            TICKED_Z,
            FEW,
            new Condition.In("one", List.of("x", "z")),
            new Condition.In("some", List.of("x", "y")),
            new Condition.Between("years", new BigDecimal("2"), new BigDecimal("5")),
            new Condition.Between("agree", new BigDecimal("4"), null),
            new Condition.Between("agree", new BigDecimal("2"), new BigDecimal("3")),
            new Condition.Answered("one", true),
            new Condition.Answered("some", false),
            new Condition.Answered("pair", true),
            new Condition.Answered("pair", false),
            new Condition.Answered("words", true),
            new Condition.Answered("words", false),
            new Condition.All(List.of(CHOSE_Y, TICKED_Z)),
            new Condition.Any(List.of(CHOSE_Y, TICKED_Z)),
            new Condition.Not(CHOSE_Y),
            new Condition.Not(TICKED_Z),
            new Condition.Not(FEW),
            new Condition.Not(new Condition.Answered("pair", true)),
            new Condition.Not(new Condition.All(List.of(CHOSE_Y, new Condition.Not(FEW)))),
            new Condition.All(List.of(new Condition.Any(List.of(CHOSE_Y, TICKED_Z)), new Condition.Not(FEW))));

    private final List<Item> items = new ArrayList<>(List.of(
            new Choice("one", "One?", OPTIONS, null, null, false),
            new MultiChoice("some", "Some?", OPTIONS, null, null, false),
            new Quantity("years", "Years?", BigDecimal.ZERO, BigDecimal.TEN, 1, null, null, false),
            new Likert("agree", "Agree?", 5, "no", null, "yes", null, null, false),
            new ThenNow("pair", "Able?", 7, "no", null, "yes", null, null, false),
            new Text("words", "Why?", 100, null, null, false)));

    ConditionsTest() {
        CONDITIONS.forEach(condition ->
                items.add(new Likert("if" + items.size(), "And?", 5, "no", null, "yes", null, condition, false)));
    }

    private record Said(Map<String, Object> answers, Set<String> written) {}

    private static final List<Said> PEOPLE = List.of(
            new Said(Map.of(), Set.of()),
            new Said(Map.of("one", "y"), Set.of("words")),
            new Said(Map.of("one", "x", "some", List.of("z"), "years", 1), Set.of()),
            new Said(Map.of("one", "y", "some", List.of("x", "z"), "years", new BigDecimal("2.5")), Set.of("words")),
            new Said(Map.of("one", "z", "some", List.of("y"), "years", 5, "agree", 4), Set.of()),
            new Said(Map.of("some", List.of("x"), "years", 2, "agree", 2), Set.of()),
            new Said(Map.of("years", 0, "agree", 5, "pair", Map.of("then", 1, "now", 2)), Set.of()));

    @Test
    void redcap_shows_fields_to_the_same_people() throws IOException {
        SurveyWave wave = Handmade.wave("1", 0, items.toArray(Item[]::new));
        List<Row> rows = rows(wave);
        Dataset dataset = Handmade.dataset(rows.size(), wave);

        Map<Sheet, byte[]> files =
                Handmade.written(sheets -> new RedcapFile(dataset, sheets), rows.toArray(Row[]::new));

        RedcapRules rules = new RedcapRules(text(files, Sheet.DICTIONARY));
        rules.check();
        List<Map<String, String>> records = Exporting.lines(text(files, Sheet.DATA));
        rules.checkRecords(records);
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (Item item : items) {
                if (item.when() != null) {
                    String logic = rules.field(item.key()).get("Branching Logic (Show field only if...)");
                    assertThat(logic).isNotEmpty();
                    assertThat(BranchingLogic.shows(logic, records.get(person)))
                            .as("%s for %s", logic, PEOPLE.get(person))
                            .isEqualTo(item.when().holds(kept(PEOPLE.get(person))));
                }
            }
        }
        assertThat(rules.field("one")).containsEntry("Branching Logic (Show field only if...)", "");
    }

    @Test
    void where_instruments_ask_it_of_different_people_redcap_always_shows_a_field_and_the_codebook_says_so()
            throws IOException {
        Item one = new Choice("one", "One?", OPTIONS, null, null, false);
        SurveyWave first = Handmade.wave("1", 0, one, new Text("more", "More?", 100, null, CHOSE_Y, false));
        SurveyWave second = Handmade.wave("2", 0, one, new Text("more", "More?", 100, null, null, false));
        Dataset dataset = Handmade.dataset(0, first, second);

        Map<Sheet, byte[]> files = Handmade.written(sheets -> new RedcapFile(dataset, sheets));

        assertThat(new RedcapRules(text(files, Sheet.DICTIONARY)).field("more_written"))
                .containsEntry("Branching Logic (Show field only if...)", "");
        assertThat(text(files, Sheet.CODEBOOK)).contains("always shown");
    }

    @Test
    void fhir_enables_questions_for_the_same_people() throws IOException {
        SurveyWave wave = Handmade.wave("1", 0, items.toArray(Item[]::new));
        List<Row> rows = rows(wave);
        Dataset dataset = Handmade.dataset(rows.size(), wave);

        Map<Sheet, byte[]> files = Handmade.written(
                sheets -> new FhirFile(dataset, "https://survey.example/fhir", sheets), rows.toArray(Row[]::new));

        JsonNode questionnaire = JSON.readTree(files.get(Sheet.QUESTIONNAIRE));
        List<String> responses = text(files, Sheet.DATA).lines().toList();
        int expressions = 0;
        for (int number = 0; number < items.size(); number++) {
            Item item = items.get(number);
            JsonNode asked = questionnaire.get("item").get(number);
            assertThat(asked.get("linkId").asText()).isEqualTo(item.key());
            if (asked.has("extension")) {
                expressions++;
                continue;
            }
            for (int person = 0; person < PEOPLE.size(); person++) {
                assertThat(EnableWhen.enabled(asked, JSON.readTree(responses.get(person))))
                        .as("%s for %s", asked.get("enableWhen"), PEOPLE.get(person))
                        .isEqualTo(item.when() == null || item.when().holds(kept(PEOPLE.get(person))));
            }
        }
        assertThat(expressions).as("what cannot be told by all or any").isEqualTo(5);
    }

    private static List<Row> rows(SurveyWave wave) {
        return PEOPLE.stream()
                .map(said -> new Row(UUID.randomUUID(), wave, false, kept(said).coded(), said.written(), Map.of()))
                .toList();
    }

    private static AcceptedAnswers kept(Said said) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        said.written().forEach(key -> words.put(key, "some"));
        return new AcceptedAnswers(JSON.valueToTree(said.answers()), words);
    }

    private static Option option(String code) {
        return new Option(code, code, false, false);
    }

    private static String text(Map<Sheet, byte[]> files, Sheet sheet) {
        return new String(files.get(sheet), StandardCharsets.UTF_8);
    }
}
