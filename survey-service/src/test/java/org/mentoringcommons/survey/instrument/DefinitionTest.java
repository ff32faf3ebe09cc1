package org.mentoringcommons.survey.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.tenancy.Refusal;

class DefinitionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Definition definition = Definition.of(
            List.of(
                    new ThenNow("pair", "A pair", 7, "low", null, "high", null, null, false),
                    new Likert("rating", "A rating", 5, "low", null, "high", null, null, true),
                    new Choice("one", "One", options("Yes", "No"), null, null, false),
                    new MultiChoice("many", "Many", options("Red", "Blue"), null, null, false),
                    new Text("words", "Words", 10, null, null, false)),
            List.of());

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'rating': 3, 'pair': {'then': 0, 'now': 5}}        | answers.pair.then  | outside 1–7",
                "{'rating': 3, 'pair': {'then': 1, 'now': 8}}        | answers.pair.now   | outside 1–7",
                "{'rating': 3, 'pair': {'then': 1, 'now': 2.5}}      | answers.pair.now   | outside 1–7",
                "{'rating': 3, 'pair': {'then': 1, 'now': '2'}}      | answers.pair.now   | must be a whole number of 1–7",
                "{'rating': 3, 'pair': {'then': 1, 'now': 99999999999}} | answers.pair.now | outside 1–7",
                "{'rating': 3, 'pair': {'then': 1}}                  | answers.pair.now   | the other half of the pair is answered, this one is not",
                "{'rating': 3, 'pair': {'then': null, 'now': 3}}     | answers.pair.then  | the other half of the pair is answered, this one is not",
                "{'rating': 3, 'pair': {'then': 1, 'now': 2, 'x': 3}} | answers.pair.x    | is neither then nor now",
                "{'rating': 3, 'pair': 4}                            | answers.pair       | must be an object with then and now",
                "{'rating': 6}                                       | answers.rating     | outside 1–5",
                "{'rating': true}                                    | answers.rating     | must be a whole number of 1–5",
                "{}                                                  | answers.rating     | is required",
                "{'rating': null}                                    | answers.rating     | is required",
                "{'rating': 3, 'one': 'Maybe'}                       | answers.one        | is not one of the option codes",
                "{'rating': 3, 'one': 1}                             | answers.one        | is not one of the option codes",
                "{'rating': 3, 'many': ['Red', 'Green']}             | answers.many.[1]   | is not one of the option codes",
                "{'rating': 3, 'many': ['Red', 'Red']}               | answers.many.[1]   | is chosen twice",
                "{'rating': 3, 'many': 'Red'}                        | answers.many       | must be a list of option codes",
                "{'rating': 3, 'words': 'eleven more'}               | answers.words      | longer than 10 characters",
                "{'rating': 3, 'words': 'nul \\u0000'}               | answers.words      | holds a character that is no text",
                "{'rating': 3, 'words': 'half \\ud83d'}              | answers.words      | holds a character that is no text",
                "{'rating': 3, 'words': 5}                           | answers.words      | must be a text",
                "{'rating': 3, 'other': 5}                           | answers.other      | is not an item of the instrument",
            })
    void names_the_field_that_does_not_fit(String answers, String field, String message) {
        Violations violations = Violations.none();

        definition.accept(parse(answers), violations);

        assertThat(violations.all()).containsExactly(new Refusal.Violation(field, message));
    }

    @Test
    void names_every_field_at_once() {
        Violations violations = Violations.none();

        definition.accept(parse("{'pair': {'then': 0, 'now': 9}, 'one': 'x', 'zzz': 1}"), violations);

        assertThat(violations.all())
                .extracting(Refusal.Violation::field)
                .containsExactly(
                        "answers.pair.then", "answers.pair.now", "answers.rating", "answers.one", "answers.zzz");
    }

    @Test
    void keeps_what_was_answered_and_keeps_texts_apart() {
        Violations violations = Violations.none();

        AcceptedAnswers answers = definition.accept(
                parse("{'pair': {'now': 7, 'then': 1}, 'rating': 5, 'one': 'Yes', 'many': ['Blue'], 'words': '😀 ok'}"),
                violations);

        assertThat(violations.all()).isEmpty();
        assertThat(answers.coded())
                .isEqualTo(tree("{'pair': {'then': 1, 'now': 7}, 'rating': 5, 'one': 'Yes', 'many': ['Blue']}"));
        assertThat(answers.texts()).isEqualTo(tree("{'words': '😀 ok'}"));
    }

    @Test
    void takes_empty_forms_of_answers_for_missing() {
        Violations violations = Violations.none();

        AcceptedAnswers answers = definition.accept(
                parse("{'pair': {'then': null}, 'rating': 1, 'one': '', 'many': [], 'words': ' \\n'}"), violations);

        assertThat(violations.all()).isEmpty();
        assertThat(answers.coded()).isEqualTo(tree("{'rating': 1}"));
        assertThat(answers.texts()).isEmpty();
    }

    @Test
    void counts_characters_not_their_encoding() {
        Violations violations = Violations.none();

        definition.accept(parse("{'rating': 1, 'words': '" + "😀".repeat(10) + "'}"), violations);

        assertThat(violations.all()).isEmpty();
    }

    private static List<Option> options(String... codes) {
        return List.of(codes).stream()
                .map(code -> new Option(code, code, false, false))
                .toList();
    }

    private static Map<String, JsonNode> parse(String json) {
        return JSON.convertValue(tree(json), new TypeReference<>() {});
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
