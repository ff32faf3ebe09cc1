package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

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

@QuarkusTest
class CsvExportTest {

    @Inject
    Exporting exporting;

    @Test
    void a_line_is_a_person_and_what_is_missing_is_empty() {
        World.Asked asked = exporting.asked(2);
        Api.answer(asked.tokens().get(0), Questions.receipt(), Questions.goodAnswers());
        Api.answer(asked.tokens().get(1), Questions.receipt(), Map.of("valuable", 2));
        exporting.over(asked);

        List<Map<String, String>> lines =
                Exporting.lines(Exporting.text(Exporting.ready(asked, "csv", "consented"), "data"));

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line)
                .containsEntry("population", "consented")
                .containsEntry("wave", asked.wave())
                .containsEntry("occasion", "workshop")
                .containsEntry("workshop", asked.workshop().id().toString())
                .containsEntry("curriculum", asked.workshop().curriculum())
                .containsEntry("workshop_day", "2026-01-01")
                .containsEntry("instrument_version", "1")
                .containsEntry("unfinished", "0"));
        assertThat(line(lines, "4"))
                .containsAllEntriesOf(Map.of(
                        "communication_1_then", "3",
                        "communication_1_now", "6",
                        "communication_2_then", "",
                        "career", "Assistant Professor",
                        "race___Asian", "1",
                        "race___White", "0",
                        "race___Other", "1",
                        "planned_changes_written", "1"));
        assertThat(line(lines, "2"))
                .containsAllEntriesOf(Map.of(
                        "communication_1_then", "",
                        "communication_1_now", "",
                        "career", "",
                        "race___Asian", "",
                        "race___White", "",
                        "planned_changes_written", "0"));
        assertThat(lines).extracting(line -> line.get("response")).containsExactlyElementsOf(Coders.responses(asked));
    }

    @Test
    void half_a_pair_is_missing_on_the_other_side_only() {
        World.Asked asked = exporting.answered(1);
        // an import of history may know one half only
        Database.update(
                "update response set answers = answers || '{\"communication_1\": {\"now\": 6}}' where wave = ?::uuid",
                asked.wave());
        exporting.over(asked);

        List<Map<String, String>> lines =
                Exporting.lines(Exporting.text(Exporting.ready(asked, "csv", "consented"), "data"));

        assertThat(lines.get(0)).containsEntry("communication_1_then", "").containsEntry("communication_1_now", "6");
    }

    @Test
    void every_kind_of_item_has_its_columns_and_the_codebook_tells_each() {
        World.Asked asked = everything();

        String address = Exporting.ready(asked, "csv", "consented");

        Map<String, String> line =
                Exporting.lines(Exporting.text(address, "data")).get(0);
        assertThat(line)
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("style", "2"),
                        Map.entry("hours", "2.5"),
                        Map.entry("since", "2024-02-29"),
                        Map.entry("time___Research___more", "60"),
                        Map.entry("time___Teaching", "0"),
                        Map.entry("time___Care", "40"),
                        Map.entry("needs___Advice", "2"),
                        Map.entry("needs___Contacts", ""),
                        Map.entry("needs___Trust", "1"),
                        Map.entry("gender___Women", "1"),
                        Map.entry("gender___Other", "1"),
                        Map.entry("gender___No", "0"),
                        Map.entry("plan", "Yes"),
                        Map.entry("why_written", "1")));
        List<Map<String, String>> codebook = Exporting.lines(Exporting.text(address, "codebook"));
        assertThat(codebook).extracting(column -> column.get("column")).containsExactlyElementsOf(line.keySet());
        assertThat(column(codebook, "time___Research___more"))
                .containsEntry("item", "time")
                .containsEntry("part", "Research & more")
                .containsEntry("type", "integer")
                .containsEntry("measure", "scale");
        assertThat(column(codebook, "plan"))
                .containsEntry("type", "text")
                .containsEntry("values", "1=Yes=Yes; 2=No=No");
        assertThat(column(codebook, "style"))
                .containsEntry("values", "1=Plan everything; 6=See as it comes")
                .containsEntry("scales", "style:reverse");
        assertThat(column(codebook, "hours")).containsEntry("type", "decimal");
    }

    @Test
    void words_leave_as_codes_that_two_agreed_on_and_never_as_words() {
        World.Asked asked = exporting.answered(2);
        exporting.over(asked);
        String coded = Coders.responses(asked).get(1);
        String codebook = Coders.codebook("Agenda", "Vague Response");
        Coders.assign(asked, codebook);
        Coders.agreeAgain(coded, codebook);

        String address = Exporting.ready(asked, "csv", "consented");

        List<Map<String, String>> lines = Exporting.lines(Exporting.text(address, "data"));
        assertThat(lines.get(1))
                .containsEntry("planned_changes___Agenda", "1")
                .containsEntry("planned_changes___Vague_Response", "0");
        assertThat(lines.get(0))
                .containsEntry("planned_changes_written", "1")
                .containsEntry("planned_changes___Agenda", "");
        for (String sheet : List.of("data", "codebook", "syntax")) {
            assertThat(Exporting.text(address, sheet)).doesNotContain("write an agenda");
        }
    }

    @Test
    void the_names_of_files_say_whose_answers_they_have() {
        World.Asked asked = exporting.answered(1);
        exporting.over(asked);

        String address = Exporting.ready(asked, "csv", "evaluated");

        assertThat(Exporting.evaluator().get(address).<List<String>>path("files.name"))
                .hasSize(3)
                .allMatch(name -> name.matches("IRB-[0-9a-f-]+-evaluated-[0-9a-f]{8}(-codebook|-syntax)?\\.(csv|sps)"));
        assertThat(Exporting.evaluator().get(address + "/files/data").header("Content-Disposition"))
                .matches("attachment; filename=\"IRB-[0-9a-f-]+-evaluated-[0-9a-f]{8}\\.csv\"");
    }

    @Test
    void no_file_is_kept_on_its_way_or_taken_for_something_else() {
        World.Asked asked = exporting.answered(1);
        exporting.over(asked);
        String address = Exporting.ready(asked, "csv", "consented");

        for (String sheet : List.of("data", "codebook", "syntax")) {
            Exporting.evaluator()
                    .get(address + "/files/" + sheet)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
        }
    }

    private World.Asked everything() {
        World.Asked asked = exporting.askedEverything(EveryKind.published(), 1);
        Api.answer(asked.token(), Questions.receipt(), Exporting.everyAnswer())
                .then()
                .statusCode(201);
        exporting.over(asked);
        return asked;
    }

    private static Map<String, String> line(List<Map<String, String>> lines, String valuable) {
        return lines.stream()
                .filter(line -> line.get("valuable").equals(valuable))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> column(List<Map<String, String>> codebook, String name) {
        return codebook.stream()
                .filter(column -> column.get("column").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
