package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.EveryKind;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;

/** Answers as REDCap and FHIR take them. HAPI reads those of the demonstration in the acceptance tests. */
@QuarkusTest
class OtherToolsTest {

    @Inject
    Exporting exporting;

    @Test
    void redcap_takes_the_dictionary_and_the_records_and_a_pair_is_two_matrices() {
        World.Asked asked = coded();

        String address = Exporting.ready(asked, "redcap", "consented");

        RedcapRules rules = new RedcapRules(Exporting.text(address, "dictionary"));
        rules.check();
        List<Map<String, String>> records = Exporting.lines(Exporting.text(address, "data"));
        rules.checkRecords(records);
        assertThat(rules.field("communication_1_pre"))
                .containsEntry("Matrix Group Name", "communication_1_pre")
                .containsEntry("Section Header", "Working together");
        assertThat(rules.field("communication_2_pre"))
                .containsEntry("Matrix Group Name", "communication_1_pre")
                .containsEntry(
                        "Choices, Calculations, OR Slider Labels",
                        "1, not at all | 2, 2 | 3, 3 | 4, 4 | 5, 5 | 6, 6 | 7, very well");
        assertThat(rules.field("communication_2_post")).containsEntry("Matrix Group Name", "communication_1_post");
        assertThat(records).singleElement().satisfies(record -> assertThat(record)
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("record_id", Coders.responses(asked).get(0)),
                        Map.entry("population", "consented"),
                        Map.entry("workshop_day", "2026-01-01"),
                        Map.entry("communication_1_pre", "3"),
                        Map.entry("communication_1_post", "6"),
                        Map.entry("communication_2_pre", ""),
                        Map.entry("career", "2"),
                        Map.entry("race___1", "1"),
                        Map.entry("race___2", "0"),
                        Map.entry("race___3", "1"),
                        Map.entry("planned_changes_written", "1"),
                        Map.entry("planned_changes_codes___1", "1"),
                        Map.entry("planned_changes_codes___2", "0"))));
        assertThat(Exporting.lines(Exporting.text(address, "codebook")))
                .extracting(column -> column.get("column"))
                .containsExactlyElementsOf(rules.columns());
    }

    @Test
    void every_kind_of_item_is_a_field_that_redcap_knows() {
        World.Asked asked = everything();

        String address = Exporting.ready(asked, "redcap", "evaluated");

        RedcapRules rules = new RedcapRules(Exporting.text(address, "dictionary"));
        rules.check();
        List<Map<String, String>> records = Exporting.lines(Exporting.text(address, "data"));
        rules.checkRecords(records);
        assertThat(rules.field("hours"))
                .containsEntry("Text Validation Type OR Show Slider Number", "number")
                .containsEntry("Text Validation Min", "0.5")
                .containsEntry("Text Validation Max", "40");
        assertThat(rules.field("since")).containsEntry("Text Validation Min", "2020-01-01");
        assertThat(records.get(0))
                .containsAllEntriesOf(Map.of(
                        "style", "2",
                        "hours", "2.5",
                        "since", "2024-02-29",
                        "time_research_more", "60",
                        "needs_advice", "2",
                        "needs_contacts", "",
                        "gender___1", "1",
                        "gender___3", "0",
                        "plan", "1",
                        "why_written", "1"));
    }

    @Test
    void a_response_in_fhir_refers_to_its_questionnaire_and_has_neither_person_nor_time() {
        World.Asked asked = coded();

        String address = Exporting.ready(asked, "fhir", "consented");

        JsonNode questionnaire = Database.json(Exporting.text(address, "questionnaire"));
        JsonNode response = Database.json(Exporting.text(address, "data"));
        assertThat(response.get("questionnaire").asText())
                .isEqualTo(questionnaire.get("url").asText() + "|"
                        + questionnaire.get("version").asText());
        assertThat(questionnaire.get("version").asText()).matches("[^~]+~coded~codebook-[0-9a-f-]{36}~1");
        assertThat(response.get("status").asText()).isEqualTo("completed");
        assertThat(response.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("resourceType", "id", "meta", "questionnaire", "status", "item");
        assertThat(response.at("/meta/tag").findValuesAsText("code"))
                .contains(
                        "consented",
                        asked.wave(),
                        "workshop",
                        asked.workshop().id().toString(),
                        "2026-01-01");
        assertThat(code(response, "communication_1", "communication_1.then")).isEqualTo("3");
        assertThat(code(response, "communication_1", "communication_1.now")).isEqualTo("6");
        assertThat(codes(item(response, "race"))).containsExactly("Asian", "Other");
        assertThat(code(response, "planned_changes", "planned_changes.codes")).isEqualTo("Agenda");
        assertThat(response.toString()).doesNotContain("write an agenda", "authored");
        assertThat(Exporting.evaluator().get(address + "/files/data").contentType())
                .isEqualTo("application/fhir+ndjson");
    }

    @Test
    void a_format_has_its_own_files_only() {
        World.Asked asked = coded();
        String address = Exporting.ready(asked, "fhir", "consented");

        for (String sheet : List.of("syntax", "codebook", "nonsense")) {
            Exporting.evaluator().get(address + "/files/" + sheet).then().statusCode(404);
        }
    }

    private World.Asked coded() {
        World.Asked asked = exporting.answered(1);
        exporting.over(asked);
        String codebook = Coders.codebook("Agenda", "Vague Response");
        Coders.assign(asked, codebook);
        Coders.agreeAgain(Coders.responses(asked).get(0), codebook);
        return asked;
    }

    private World.Asked everything() {
        World.Asked asked = exporting.askedEverything(EveryKind.published(), 1);
        Api.answer(asked.token(), Questions.receipt(), Exporting.everyAnswer())
                .then()
                .statusCode(201);
        exporting.over(asked);
        return asked;
    }

    private static JsonNode item(JsonNode parent, String link) {
        for (JsonNode item : parent.get("item")) {
            if (item.get("linkId").asText().equals(link)) {
                return item;
            }
        }
        throw new AssertionError(link);
    }

    private static String code(JsonNode response, String group, String link) {
        return codes(item(item(response, group), link)).get(0);
    }

    private static List<String> codes(JsonNode item) {
        return item.findValuesAsText("code");
    }
}
