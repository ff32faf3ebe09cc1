package org.mentoringcommons.curriculum.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.tenancy.Refusal.Violation;

class AnswerCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "communication-grid    | {}",
                "communication-grid    | {'cells': {'listen': {'me': 5, 'want': true, 'other': 'Quietly'}}}",
                "development-plan      | {'cells': {'written': {'link': 'https://plans.example/1', 'done': false, 'on': '2026-02-28'}}}",
                "mentor-map            | {'cells': {'main': {'who': 'Somebody\\nand somebody', 'last': '2026-01-31'}}}",
                "expectations          | {'stages': {'mentee': {'direction': 1, 'method': 6}, 'agreed': {}}}",
                "four-way-view         | {'sums': {'importance': {'work': 40, 'home': 30, 'community': 10, 'self': 20}}}",
                "four-way-view         | {'sums': {'focus': {'work': 100}}, 'cells': {'work': {'satisfaction': 10}}}",
                "needs                 | {'ticked': ['method', 'sponsor'], 'chosen': [{'row': 'sponsor', 'answers': {'whom': 'A'}}]}",
                "before-we-meet        | {'ticked': ['asked'], 'questions': {'next': 'Soon'}}",
                "stair-steps           | {'steps': [{'answers': {'step': 'a'}}, {'answers': {}}, {'answers': {'sure': '8'}}]}",
                "smart-goals           | {'goals': [{'answers': {'goal': 'x'}, 'module': 'communication', 'due': '2026-12-01'}]}",
                "mentoring-agreement   | {'clauses': {'aims': 'To finish', 'trust': 'All of it'}}"
            })
    void what_a_sheet_asks_can_be_answered(String worksheet, String answers) throws IOException {
        assertThat(check(worksheet, answers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "communication-grid | []                                                 | answers                       | must be an object",
                "communication-grid | {'stages': {}}                                     | answers                       | holds something that the sheet does not ask",
                "communication-grid | {'cells': {'listen': {'me': 6}}}                   | answers.cells.listen.me       | must be a whole number from 1 to 5",
                "communication-grid | {'cells': {'listen': {'me': 2.5}}}                 | answers.cells.listen.me       | must be a whole number from 1 to 5",
                "communication-grid | {'cells': {'listen': {'want': 'yes'}}}             | answers.cells.listen.want     | must be true or false",
                "communication-grid | {'cells': {'listen': {'other': 7}}}                | answers.cells.listen.other    | must be a text",
                "communication-grid | {'cells': {'listen': 5}}                           | answers.cells.listen          | must be an object",
                "development-plan   | {'cells': {'written': {'on': '2026-02-29'}}}       | answers.cells.written.on      | must be a day such as 2026-03-02",
                "development-plan   | {'cells': {'written': {'link': 'javascript:x'}}}   | answers.cells.written.link    | must be an address that begins with https:// or http://",
                "expectations       | {'stages': {'mentee': {'direction': 0}}}           | answers.stages.mentee.direction | must be a whole number from 1 to 6",
                "expectations       | {'stages': {'mentee': {'direction': 7}}}           | answers.stages.mentee.direction | must be a whole number from 1 to 6",
                "four-way-view      | {'sums': {'importance': {'work': 40, 'home': 30, 'community': 10, 'self': 19}}} | answers.sums.importance | must add up to 100",
                "four-way-view      | {'sums': {'focus': {'work': 60, 'home': 50}}}      | answers.sums.focus            | must add up to 100",
                "four-way-view      | {'sums': {'focus': {'work': -1}}}                  | answers.sums.focus.work       | must be a whole number from 0 to 100",
                "needs              | {'ticked': ['method', 'method']}                   | answers.ticked[1]             | appears before",
                "needs              | {'ticked': ['nobody']}                             | answers.ticked[0]             | is no row of the sheet",
                "needs              | {'chosen': [{'row': 'method'}]}                    | answers.chosen[0].row         | is not ticked",
                "needs              | {'ticked': ['method'], 'chosen': [{'row': 'method'}, {'row': 'method'}]} | answers.chosen[1].row | appears before",
                "needs              | {'chosen': [{}, {}, {}, {}]}                       | answers.chosen                | must be 3 at most",
                "before-we-meet     | {'ticked': 'asked'}                                | answers.ticked                | must be a list",
                "stair-steps        | {'steps': [{}, {}]}                                | answers.steps                 | must be 3 to 5",
                "stair-steps        | {'steps': [{}, {}, {}, {}, {}, {}]}                | answers.steps                 | must be 5 at most",
                "stair-steps        | {'steps': [{'due': '2026-01-01'}, {}, {}]}         | answers.steps[0]              | holds something that the sheet does not ask",
                "smart-goals        | {'goals': [{'due': 'soon'}]}                       | answers.goals[0].due          | must be a day such as 2026-03-02",
                "mentoring-agreement| {'clauses': {'aims': ['x']}}                       | answers.clauses.aims          | must be a text"
            })
    void what_does_not_fit_is_named(String worksheet, String answers, String field, String message) throws IOException {
        assertThat(check(worksheet, answers)).containsExactly(new Violation(field, message));
    }

    @Test
    void what_cannot_be_stored_is_refused_before_it_is() throws IOException {
        for (String unstorable : List.of("a\\u0000b", "\\ud800", "\\udc00x", "\\u001b[31m")) {
            assertThat(check("before-we-meet", "{'questions': {'next': '" + unstorable + "'}}"))
                    .containsExactly(
                            new Violation("answers.questions.next", "holds a character that cannot be stored"));
            assertThat(check(
                            "development-plan",
                            "{'cells': {'written': {'link': 'https://example.org/" + unstorable + "'}}}"))
                    .containsExactly(new Violation(
                            "answers.cells.written.link", "must be an address that begins with https:// or http://"));
        }
        assertThat(check("before-we-meet", "{'questions': {'next': '\\ud83d\\ude00 and\\n\\tso on'}}"))
                .isEmpty();
        assertThat(check("before-we-meet", "{'questions': {'next': '" + "x".repeat(4001) + "'}}"))
                .containsExactly(new Violation("answers.questions.next", "is longer than 4000 characters"));
    }

    @Test
    void nothing_that_was_written_is_repeated_not_even_as_a_key() throws IOException {
        List<Violation> wrong = check(
                "mentor-map",
                "{'Dr. Quokka': 1, 'cells': {'Dr. Quokka': {}, 'main': {'Dr. Quokka': 'x', 'last': 'Dr. Quokka'}}}");

        assertThat(wrong).hasSize(4).noneMatch(one -> one.toString().contains("Quokka"));
    }

    @Test
    void every_worksheet_that_comes_with_the_software_can_be_begun() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/starter/worksheets"))) {
            List<Path> sheets = files.toList();
            assertThat(sheets).hasSizeGreaterThan(12);
            for (Path sheet : sheets) {
                JsonNode definition = JSON.readTree(sheet.toFile());
                assertThat(AnswerCheck.of(definition, JSON.createObjectNode())).isEmpty();
                assertThat(FilledPage.of(definition, JSON.createObjectNode(), List.of()))
                        .contains(definition.get("kind").asText().equals("bipolar") ? "<table" : "<h1>");
            }
        }
    }

    private static List<Violation> check(String worksheet, String answers) throws IOException {
        try (InputStream file =
                AnswerCheckTest.class.getResourceAsStream("/starter/worksheets/" + worksheet + ".json")) {
            return AnswerCheck.of(JSON.readTree(file), JSON.readTree(answers.replace('\'', '"')));
        }
    }
}
