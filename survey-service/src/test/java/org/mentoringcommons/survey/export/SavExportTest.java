package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.bedatadriven.spss.SpssDataFileReader;
import com.bedatadriven.spss.SpssVariable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.EveryKind;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;

/** What SPSS reads, by readers that are not ours. */
@QuarkusTest
class SavExportTest {

    private static World.Asked asked;

    @Inject
    Exporting exporting;

    @TempDir
    Path folder;

    @BeforeEach
    void threeHaveAnsweredItemsOfEveryKind() {
        if (asked != null) {
            return;
        }
        World.Asked everything = exporting.askedEverything(EveryKind.published(), 3);
        List<Map<String, Object>> answers = List.of(
                Exporting.everyAnswer(),
                Map.of("plan", "No", "gender", List.of("No")),
                Map.of("style", 6, "hours", 40));
        for (int person = 0; person < answers.size(); person++) {
            Api.answer(everything.tokens().get(person), Questions.receipt(), answers.get(person))
                    .then()
                    .statusCode(201);
        }
        exporting.over(everything);
        asked = everything;
    }

    @Test
    void an_independent_reader_finds_the_values_of_the_csv_file() throws IOException {
        List<Map<String, String>> csv =
                Exporting.lines(Exporting.text(Exporting.ready(asked, "csv", "consented"), "data"));

        List<Map<String, String>> sav = read(Exporting.file(Exporting.ready(asked, "sav", "consented"), "data"));

        assertThat(sav).isEqualTo(csv);
    }

    @Test
    void variables_and_their_values_are_labelled_and_who_was_not_asked_is_told() throws IOException {
        SpssDataFileReader reader = new SpssDataFileReader(
                new ByteArrayInputStream(Exporting.file(Exporting.ready(asked, "sav", "consented"), "data")));
        Map<String, SpssVariable> variables = reader.getVariables().stream()
                .collect(Collectors.toMap(SpssVariable::getVariableName, variable -> variable));

        assertThat(variables.get("style").getVariableLabel()).isEqualTo("How do you work?");
        assertThat(variables.get("style").getValueLabels())
                .isEqualTo(Map.of(1.0, "Plan everything", 6.0, "See as it comes"));
        assertThat(variables.get("plan").getValueLabels()).isEqualTo(Map.of(1.0, "Yes", 2.0, "No"));
        assertThat(variables.get("time___Research___more").getVariableLabel())
                .isEqualTo("Where does your time go?: Research");
        assertThat(variables.get("why_written").getValueLabels())
                .isEqualTo(Map.of(0.0, "no", 1.0, "yes", -8.0, "not asked"));
        List<Double> written = new ArrayList<>();
        while (reader.readNextCase()) {
            written.add(reader.getDoubleValue(variables.get("why_written").getIndex()));
        }
        assertThat(written).containsExactlyInAnyOrder(1.0, -8.0, -8.0);
    }

    @Test
    void pspp_reads_the_system_file_and_by_the_syntax_the_csv_file_alike() throws Exception {
        Pspp.assumeInstalled();
        String csv = Exporting.ready(asked, "csv", "consented");
        List<String> names = Exporting.evaluator().get(csv).path("files.name");
        String data = names.stream()
                .filter(name -> name.endsWith(".csv") && !name.contains("codebook"))
                .findFirst()
                .orElseThrow();
        Files.write(folder.resolve(data), Exporting.file(csv, "data"));
        Files.write(folder.resolve("read.sps"), Exporting.file(csv, "syntax"));
        Files.write(folder.resolve("answers.sav"), Exporting.file(Exporting.ready(asked, "sav", "consented"), "data"));
        // who was not asked is empty in CSV
        String comparable = "RECODE why_written (-8=SYSMIS).\n";

        Pspp.run(folder, "GET FILE='answers.sav'.\n" + comparable + Pspp.saved("sav.csv") + "DISPLAY DICTIONARY.\n");
        Pspp.run(folder, "INSERT FILE='read.sps'.\n" + Pspp.saved("csv.csv"));

        assertThat(Files.readString(folder.resolve("csv.csv")))
                .isEqualTo(Files.readString(folder.resolve("sav.csv")))
                .contains("02/29/2024");
    }

    private static List<Map<String, String>> read(byte[] sav) throws IOException {
        SpssDataFileReader reader = new SpssDataFileReader(new ByteArrayInputStream(sav));
        List<Map<String, String>> rows = new ArrayList<>();
        while (reader.readNextCase()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (SpssVariable variable : reader.getVariables()) {
                row.put(variable.getVariableName(), SavValue.of(reader, variable));
            }
            rows.add(row);
        }
        return rows;
    }
}
