package org.mentoringcommons.analytics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEN =
            IntStream.rangeClosed(1, 10).mapToObj(n -> "option " + n).toList();
    private static final Structure STRUCTURE = new Structure(
            List.of(
                    new ThenNow("a", 7),
                    new ThenNow("b", 255),
                    new Likert("rating", 5),
                    new Text("why"),
                    new Choice("choice", List.of("Yes", "No")),
                    new MultiChoice("several", TEN)),
            List.of(new Scale("both", List.of("a", "b"), Missing.COMPLETE)));

    @Test
    void answers_come_back_from_the_row_as_they_went_in() throws JsonProcessingException {
        byte[] row = STRUCTURE.pack(
                answers(
                        """
                        {"a": {"then": 1, "now": 7}, "b": {"then": 200, "now": 255}, "rating": 5, "choice": "No",
                         "several": ["option 10", "option 1"]}"""));

        Answers answers = STRUCTURE.unpack(row);

        assertThat(row).hasSize(2 + 2 + 1 + 1 + 2);
        assertThat(answers.pair("a")).contains(new Answer.Pair(1, 7));
        assertThat(answers.pair("b")).contains(new Answer.Pair(200, 255));
        assertThat(answers.sums(STRUCTURE.scales().get(0))).contains(new Answer.Pair(201, 262));
        assertThat(answers.codes("rating")).containsExactly("5");
        assertThat(answers.codes("choice")).containsExactly("No");
        assertThat(answers.codes("several")).containsExactly("option 1", "option 10");
    }

    @Test
    void what_is_left_out_is_missing_and_not_zero() throws JsonProcessingException {
        Answers answers = STRUCTURE.unpack(STRUCTURE.pack(
                answers("""
                {"a": {"then": 3, "now": 4}, "choice": null, "several": []}""")));

        assertThat(answers.pair("b")).isEmpty();
        assertThat(answers.sums(STRUCTURE.scales().get(0))).isEmpty();
        assertThat(answers.codes("rating")).isEmpty();
        assertThat(answers.codes("choice")).isEmpty();
        assertThat(answers.codes("several")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"then\": 0, \"now\": 4}}",
                "{\"a\": {\"then\": 3, \"now\": 8}}",
                "{\"a\": {\"then\": 3}}",
                "{\"a\": {\"then\": 3.5, \"now\": 4}}",
                "{\"a\": {\"then\": \"3\", \"now\": 4}}",
                "{\"a\": 3}",
                "{\"rating\": 6}",
                "{\"rating\": 4294967297}",
                "{\"choice\": \"Maybe\"}",
                "{\"choice\": [\"Yes\"]}",
                "{\"several\": \"option 1\"}",
                "{\"several\": [\"option 11\"]}",
                "{\"why\": \"because\"}",
                "{\"unknown\": 1}",
            })
    void what_is_no_answer_to_its_item_is_refused_without_repeating_it(String answers) {
        assertThatThrownBy(() -> STRUCTURE.pack(answers(answers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("because")
                .hasMessageNotContaining("Maybe");
    }

    @Test
    void a_kind_that_nothing_counts_is_known_and_takes_no_room() throws JsonProcessingException {
        Structure structure = JSON.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(
                        """
                {"items": [{"kind": "ranking", "key": "needs", "options": ["a", "b"]}, {"kind": "likert", "key": "r", "points": 5},
                           {"kind": "bipolar", "key": "style", "points": 6}, {"kind": "slider", "key": "to come"}]}""",
                        Structure.class);

        byte[] row =
                structure.pack(answers("{\"needs\": [\"b\", \"a\"], \"r\": 4, \"style\": 6, \"to come\": {\"x\": 1}}"));

        assertThat(row).containsExactly(4, 6);
        assertThat(structure.unpack(row).codes("needs")).isEmpty();
        assertThat(JSON.readValue(JSON.writeValueAsString(structure), Structure.class))
                .isEqualTo(structure);
    }

    @Test
    void a_structure_reads_as_it_was_written() throws JsonProcessingException {
        assertThat(JSON.readValue(JSON.writeValueAsString(STRUCTURE), Structure.class))
                .isEqualTo(STRUCTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": [{\"kind\": \"then_now\", \"key\": \"a\", \"points\": 1}]}",
                "{\"items\": [{\"kind\": \"then_now\", \"key\": \"a\", \"points\": 256}]}",
                "{\"items\": [{\"kind\": \"choice\", \"key\": \"a\"}]}",
                "{\"items\": [{\"kind\": \"text\"}]}",
                "{\"items\": [{\"kind\": \"text\", \"key\": \"a\"}, {\"kind\": \"text\", \"key\": \"a\"}]}",
                "{\"items\": [{\"kind\": \"text\", \"key\": \"a\"}], \"scales\": [{\"key\": \"s\", \"items\": [\"a\"], \"missing\": \"complete\"}]}",
                "{\"items\": [], \"scales\": [{\"key\": \"s\", \"items\": [], \"missing\": \"complete\"}]}",
                "{\"items\": [{\"kind\": \"then_now\", \"key\": \"a\", \"points\": 7}], \"scales\": [{\"key\": \"s\", \"items\": [\"a\"], \"missing\": \"most\"}]}",
            })
    void a_structure_that_cannot_be_counted_is_refused(String structure) {
        assertThatThrownBy(() -> JSON.readValue(structure, Structure.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private static Map<String, JsonNode> answers(String json) throws JsonProcessingException {
        return JSON.readValue(json, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
}
