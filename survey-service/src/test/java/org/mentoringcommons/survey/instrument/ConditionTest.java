package org.mentoringcommons.survey.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Refusal;

class ConditionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Item> EARLIER = List.of(
            new Choice("plan", "Plan?", options("Yes", "No"), null, null, false),
            new MultiChoice("career", "Career?", options("Postdoc", "Student"), null, null, false),
            new Quantity("years", "Years?", BigDecimal.ZERO, BigDecimal.TEN, 1, null, null, false),
            new ThenNow("pair", "Pair", 7, "low", null, "high", null, null, false),
            new Instruction("read", "Read", null, null));

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'item': 'plan', 'equals': 'Yes'}                    | {'plan': 'Yes'}        | true",
                "{'item': 'plan', 'equals': 'Yes'}                    | {'plan': 'No'}         | false",
                "{'item': 'plan', 'equals': 'Yes'}                    | {}                     | false",
                "{'item': 'career', 'in': ['Student', 'Postdoc']}     | {'career': ['Postdoc']} | true",
                "{'item': 'career', 'in': ['Student']}                | {'career': ['Postdoc']} | false",
                "{'item': 'career', 'equals': 'Student'}              | {'career': ['Postdoc', 'Student']} | true",
                "{'item': 'years', 'atLeast': 2}                      | {'years': 2}           | true",
                "{'item': 'years', 'atLeast': 2, 'atMost': 4.5}       | {'years': 4.6}         | false",
                "{'item': 'pair', 'answered': true}                   | {'pair': {'then': 1, 'now': 2}} | true",
                "{'item': 'pair', 'answered': false}                  | {}                     | true",
                "{'not': {'item': 'plan', 'equals': 'No'}}            | {'plan': 'No'}         | false",
                "{'all': [{'item': 'plan', 'equals': 'Yes'}, {'item': 'years', 'atMost': 3}]} | {'plan': 'Yes', 'years': 4} | false",
                "{'any': [{'item': 'plan', 'equals': 'Yes'}, {'item': 'years', 'atMost': 3}]} | {'plan': 'Yes', 'years': 4} | true",
            })
    void an_item_is_asked_of_those_it_applies_to(String condition, String answers, boolean applies) {
        Definition definition = asking(condition(condition));
        Violations violations = Violations.none();

        definition.accept(answers(answers), violations);

        // the last item is required of those it applies to
        assertThat(violations.all())
                .isEqualTo(applies ? List.of(new Refusal.Violation("answers.why", "is required")) : List.of());
        assertThat(definition.violations().all()).isEmpty();
    }

    @Test
    void what_is_said_to_an_item_that_does_not_apply_is_neither_judged_nor_kept() {
        Definition definition = asking(condition("{'item': 'plan', 'equals': 'Yes'}"));
        Violations violations = Violations.none();

        AcceptedAnswers kept = definition.accept(answers("{'plan': 'No', 'why': 'much too long for it'}"), violations);

        assertThat(violations.all()).isEmpty();
        assertThat(kept.texts()).isEmpty();
        assertThat(kept.coded()).hasToString("{\"plan\":\"No\"}");
    }

    @Test
    void what_hangs_on_an_item_that_does_not_apply_does_not_apply_either() {
        Definition definition = Definition.of(
                List.of(
                        EARLIER.get(0),
                        new Choice(
                                "next",
                                "Next?",
                                options("A", "B"),
                                null,
                                condition("{'item': 'plan', 'equals': 'Yes'}"),
                                false),
                        new Text("why", "Why?", 10, null, condition("{'item': 'next', 'equals': 'A'}"), true)),
                List.of());
        Violations violations = Violations.none();

        definition.accept(answers("{'plan': 'No', 'next': 'A'}"), violations);

        assertThat(violations.all()).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'item': 'why', 'answered': true}       | items[5].when.item      | is not the key of an item asked before this one",
                "{'item': 'later', 'answered': true}     | items[5].when.item      | is not the key of an item asked before this one",
                "{'item': 'read', 'answered': true}      | items[5].when.item      | takes no answer",
                "{'item': 'plan', 'equals': 'Maybe'}     | items[5].when.equals    | is not one of the item's option codes",
                "{'item': 'career', 'in': ['Student', 'X']} | items[5].when.in[1]  | is not one of the item's option codes",
                "{'item': 'pair', 'equals': '3'}         | items[5].when.item      | is not answered with an option",
                "{'item': 'pair', 'atLeast': 3}          | items[5].when.item      | is not answered with a number",
                "{'item': 'years', 'atLeast': 3, 'atMost': 2} | items[5].when      | has no bounds that a number could lie within",
                "{'any': [{'not': {'item': 'nowhere', 'answered': true}}]} | items[5].when.any[0].not.item | is not the key of an item asked before this one",
                "{'not': {'not': {'not': {'not': {'not': {'item': 'plan', 'answered': true}}}}}} | items[5].when.not.not.not.not.not | stands within more than 5 others",
            })
    void what_can_never_be_judged_is_refused_by_name(String condition, String field, String message) {
        assertThat(asking(condition(condition)).violations().all())
                .containsExactly(new Refusal.Violation(field, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'item': 'plan'}",
                "{'item': 'plan', 'equals': 'Yes', 'atLeast': 1}",
                "{'script': 'plan == 1'}",
                "{'all': 'plan'}",
                "'plan'",
            })
    void what_is_no_condition_is_not_read(String json) {
        assertThatThrownBy(() -> JSON.readValue(json.replace('\'', '"'), Condition.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_condition_reads_as_it_was_written() throws JsonProcessingException {
        Condition condition =
                condition("{'all': [{'item': 'plan', 'equals': 'Yes'}, {'not': {'any': [{'item': 'career', 'in':"
                        + " ['Postdoc']}, {'item': 'years', 'atLeast': 2}]}}, {'item': 'pair', 'answered': false}]}");

        assertThat(JSON.readValue(JSON.writeValueAsString(condition), Condition.class))
                .isEqualTo(condition);
    }

    private static Definition asking(Condition condition) {
        List<Item> items = new java.util.ArrayList<>(EARLIER);
        items.add(new Text("why", "Why?", 10, null, condition, true));
        items.add(new Text("later", "Later?", 10, null, null, false));
        return Definition.of(items, List.of());
    }

    private static List<Option> options(String... codes) {
        return List.of(codes).stream()
                .map(code -> new Option(code, code, false, false))
                .toList();
    }

    private static Condition condition(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), Condition.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static Map<String, JsonNode> answers(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
