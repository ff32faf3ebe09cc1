package org.mentoringcommons.survey.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.tenancy.Refusal;

/** The kinds of item besides those of {@link DefinitionTest}: what an answer may be, and what is said of one that may not. */
class KindsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Option> PARTS = List.of(option("Research"), option("Teaching"), option("Care"));

    private final Definition definition = Definition.of(
            List.of(
                    new Bipolar("style", "Where do you stand?", null, "plan all", "see as it comes", null, null, false),
                    new Quantity("hours", "Hours", new BigDecimal("0.5"), new BigDecimal("40"), 2, null, null, false),
                    new Quantity("meetings", "Meetings", BigDecimal.ZERO, BigDecimal.TEN, 0, null, null, false),
                    new Day("since", "Since", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31), null, null, false),
                    new ConstantSum("time", "Time", PARTS, 100, null, null, false),
                    new Ranking("top", "Needs", PARTS, 2, null, null, false),
                    new Ranking("all", "Needs", PARTS, null, null, null, false),
                    new Choice(
                            "field",
                            "Field",
                            List.of(option("A"), new Option("Other", "Other", false, true)),
                            null,
                            null,
                            false),
                    new MultiChoice(
                            "gender",
                            "Gender",
                            List.of(
                                    option("Women"),
                                    new Option("Other", "Other", false, true),
                                    new Option("No", "Prefer not to say", true, false)),
                            null,
                            null,
                            false),
                    new Instruction("read", "Please read", null, null)),
            List.of());

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'style': 7}                            | answers.style        | outside 1–6",
                "{'style': {'then': 1, 'now': 2}}        | answers.style        | must be a whole number of 1–6",
                "{'hours': 0.4}                          | answers.hours        | outside 0.5–40",
                "{'hours': 1e400}                        | answers.hours        | outside 0.5–40",
                "{'hours': 2.125}                        | answers.hours        | has more than 2 decimals",
                "{'hours': 'many'}                       | answers.hours        | must be a number of 0.5–40",
                "{'hours': [1]}                          | answers.hours        | must be a number of 0.5–40",
                "{'meetings': 1.5}                       | answers.meetings     | must be a whole number",
                "{'since': '2026-02-30'}                 | answers.since        | must be a day such as 2026-03-09",
                "{'since': '03/09/2026'}                 | answers.since        | must be a day such as 2026-03-09",
                "{'since': 20260309}                     | answers.since        | must be a day such as 2026-03-09",
                "{'since': '2019-12-31'}                 | answers.since        | is before 2020-01-01",
                "{'since': '2027-01-01'}                 | answers.since        | is after 2026-12-31",
                "{'time': {'Research': 60, 'Care': 39}}  | answers.time         | adds up to 99 instead of 100",
                "{'time': {'Research': 100, 'Rest': 1}}  | answers.time.Rest    | is not one of the parts",
                "{'time': {'Research': 101, 'Care': -1}} | answers.time.Care    | must be a whole number of 0–100",
                "{'time': {'Research': 99.5}}            | answers.time.Research | must be a whole number of 0–100",
                "{'time': {'Research': 2147483647, 'Teaching': 2147483647}} | answers.time | adds up to 4294967294 instead of 100",
                "{'time': 100}                           | answers.time         | must be an object of whole numbers by part",
                "{'top': ['Care']}                       | answers.top          | must rank 2 options",
                "{'top': ['Care', 'Care']}               | answers.top.[1]      | is chosen twice",
                "{'top': ['Care', 'Sleep']}              | answers.top.[1]      | is not one of the option codes",
                "{'all': ['Care', 'Research']}           | answers.all          | must rank 3 options",
                "{'all': 'Care'}                         | answers.all          | must be a list of option codes",
                "{'field': {'chosen': 'A', 'other': 'x'}} | answers.field.other | the option these words go with is not chosen",
                "{'field': {'chosen': 'Other', 'words': 'x'}} | answers.field.words | is neither chosen nor other",
                "{'field': {'chosen': 'Other', 'other': 5}} | answers.field.other | must be a text",
                "{'gender': ['No', 'Women']}             | answers.gender       | has an option that is chosen alone or not at all",
                "{'gender': {'chosen': 'Women'}}         | answers.gender       | must be a list of option codes",
                "{'gender': {'other': 'x'}}              | answers.gender.other | the option these words go with is not chosen",
                "{'read': 'yes'}                         | answers.read         | takes no answer",
            })
    void names_the_field_that_does_not_fit(String answers, String field, String message) {
        Violations violations = Violations.none();

        AcceptedAnswers kept = definition.accept(parse(answers), violations);

        assertThat(violations.all()).containsExactly(new Refusal.Violation(field, message));
        assertThat(kept.texts()).isEmpty();
    }

    @Test
    void keeps_what_fits_and_words_apart() {
        Violations violations = Violations.none();

        AcceptedAnswers kept = definition.accept(
                parse("{'style': 6, 'hours': 2.50, 'meetings': 1e1, 'since': '2024-02-29', 'time': {'Care': 100},"
                        + " 'top': ['Care', 'Research'], 'field': {'chosen': 'Other', 'other': 'Botany'},"
                        + " 'gender': {'chosen': ['Women', 'Other'], 'other': ' '}}"),
                violations);

        assertThat(violations.all()).isEmpty();
        assertThat(kept.coded())
                .hasToString("{\"style\":6,\"hours\":2.5,\"meetings\":10,\"since\":\"2024-02-29\","
                        + "\"time\":{\"Research\":0,\"Teaching\":0,\"Care\":100},\"top\":[\"Care\",\"Research\"],"
                        + "\"field\":\"Other\",\"gender\":[\"Women\",\"Other\"]}");
        assertThat(kept.texts()).hasToString("{\"field\":\"Botany\"}");
    }

    @Test
    void takes_empty_forms_of_answers_for_missing() {
        Violations violations = Violations.none();

        AcceptedAnswers kept = definition.accept(
                parse("{'style': null, 'hours': '', 'since': '', 'time': {}, 'top': [], 'field': {'chosen': ''},"
                        + " 'gender': {'chosen': [], 'other': ''}, 'read': null}"),
                violations);

        assertThat(violations.all()).isEmpty();
        assertThat(kept.coded()).isEmpty();
    }

    @RepeatedTest(20)
    void whatever_shares_add_up_and_in_whatever_order_is_kept(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int research = random.nextInt(101);
        int teaching = random.nextInt(101 - research);
        List<String> order = new ArrayList<>(Option.codes(PARTS));
        Collections.shuffle(order, random);
        Violations violations = Violations.none();

        AcceptedAnswers kept = definition.accept(
                Map.of(
                        "time",
                        JSON.valueToTree(
                                Map.of("Research", research, "Teaching", teaching, "Care", 100 - research - teaching)),
                        "all",
                        JSON.valueToTree(order)),
                violations);

        assertThat(violations.all()).isEmpty();
        assertThat(kept.coded().get("time").get("Research").intValue()).isEqualTo(research);
        assertThat(kept.coded().get("all")).isEqualTo(JSON.valueToTree(order));
    }

    @Test
    void tells_what_is_wrong_with_a_question_itself() {
        Violations violations = Definition.of(
                        List.of(
                                new Quantity("n", "N", BigDecimal.TEN, BigDecimal.ONE, 0, null, null, false),
                                new Day(
                                        "d",
                                        "D",
                                        LocalDate.of(2026, 1, 2),
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        null,
                                        false),
                                new Ranking("r", "R", PARTS, 4, null, null, false),
                                new Choice(
                                        "c",
                                        "C",
                                        List.of(new Option("a", "a", true, true), new Option("b", "b", false, true)),
                                        null,
                                        null,
                                        false),
                                new ConstantSum(
                                        "s",
                                        "S",
                                        List.of(new Option("a", "a", false, true), option("a")),
                                        10,
                                        null,
                                        null,
                                        false),
                                new Text("receipt", "R", 10, null, null, false),
                                new Text("own_words", "O", 10, null, null, false)),
                        List.of())
                .violations();

        assertThat(violations.all())
                .extracting(Refusal.Violation::field)
                .containsExactly(
                        "items[0].max",
                        "items[1].latest",
                        "items[2].top",
                        "items[3].options[0].exclusive",
                        "items[3].options[1].specify",
                        "items[4].options",
                        "items[4].options[0].specify",
                        "items[5].key",
                        "items[6].key");
    }

    private static Option option(String code) {
        return new Option(code, code, false, false);
    }

    private static Map<String, JsonNode> parse(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
