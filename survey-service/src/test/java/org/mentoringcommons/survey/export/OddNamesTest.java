package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;

/** Keys, codes and labels that programs do not take as they are, or take for something else. */
@QuarkusTest
class OddNamesTest {

    private static final String FORMULA = "=SUM(A1:A9)";
    private static World.Asked asked;

    @Inject
    Exporting exporting;

    @TempDir
    Path folder;

    @BeforeEach
    void oneHasAnsweredOddItems() {
        if (asked != null) {
            return;
        }
        String key = "odd-" + UUID.randomUUID();
        List<Object> items = new ArrayList<>(List.of(
                Questions.choice("choice", "Plan", FORMULA, "-none", "it's | \"odd\""),
                Questions.choice("multi_choice", "plan", "A B", "A-B", "其他"),
                Questions.thenNow("with", 7),
                Map.of("kind", "number", "key", "change", "label", "l".repeat(400), "min", -20, "max", 20),
                Map.of(
                        "kind",
                        "number",
                        "key",
                        "Change",
                        "label",
                        "é".repeat(140),
                        "min",
                        -2,
                        "max",
                        20,
                        "decimals",
                        1)));
        Api.operator()
                .post("/instruments", Questions.instrument(key, items, List.of()))
                .then()
                .statusCode(201);
        World.Asked odd = exporting.askedEverything(key, 1);
        Api.answer(
                        odd.token(),
                        Questions.receipt(),
                        Map.of(
                                "Plan",
                                FORMULA,
                                "plan",
                                List.of("A-B"),
                                "with",
                                Map.of("then", 2, "now", 3),
                                "change",
                                -8,
                                "Change",
                                -1.5))
                .then()
                .statusCode(201);
        exporting.over(odd);
        asked = odd;
    }

    @Test
    void names_that_clash_or_are_none_are_changed_and_told() {
        String address = Exporting.ready(asked, "csv", "consented");

        Map<String, String> line =
                Exporting.lines(Exporting.text(address, "data")).get(0);
        assertThat(line)
                .containsAllEntriesOf(Map.of(
                        "plan___A_B", "0",
                        "plan___A_B_2", "1",
                        "plan___3", "0",
                        "with_then", "2",
                        "change", "-8",
                        "Change_2", "-1.5"));
        List<Map<String, String>> codebook = Exporting.lines(Exporting.text(address, "codebook"));
        assertThat(column(codebook, "plan___A_B_2"))
                .containsEntry("item", "plan")
                .containsEntry("part", "A-B")
                .containsEntry("notes", "named so because plan___A_B is taken, too long or no name of a variable");
        assertThat(column(codebook, "change")).containsEntry("notes", "label cut at 255 bytes in .sav and .sps");
    }

    @Test
    void texts_that_a_spreadsheet_would_run_are_guarded_and_numbers_are_not() {
        String data = Exporting.text(Exporting.ready(asked, "csv", "consented"), "data");

        assertThat(Exporting.lines(data).get(0))
                .containsEntry("Plan", "'" + FORMULA)
                .containsEntry("change", "-8");
        assertThat(Exporting.text(Exporting.ready(asked, "redcap", "consented"), "dictionary"))
                .contains("1, " + FORMULA + "! | 2, -none! | 3, it's / \"\"odd\"\"!")
                .doesNotContain("\n=", ",=");
    }

    @Test
    void redcap_names_are_told_apart_too() {
        String address = Exporting.ready(asked, "redcap", "consented");

        RedcapRules rules = new RedcapRules(Exporting.text(address, "dictionary"));
        rules.check();
        rules.checkRecords(Exporting.lines(Exporting.text(address, "data")));
        assertThat(rules.columns()).contains("plan", "plan_2___1", "with_pre", "change", "change_2");
    }

    @Test
    void pspp_reads_odd_names_and_codes_alike_from_both_files() throws Exception {
        Pspp.assumeInstalled();
        String csv = Exporting.ready(asked, "csv", "consented");
        String name = Exporting.evaluator().get(csv).path("files.find { it.sheet == 'data' }.name");
        Files.write(folder.resolve(name), Exporting.file(csv, "data"));
        Files.write(folder.resolve("read.sps"), Exporting.file(csv, "syntax"));
        Files.write(folder.resolve("answers.sav"), Exporting.file(Exporting.ready(asked, "sav", "consented"), "data"));

        Pspp.run(folder, "GET FILE='answers.sav'.\n" + Pspp.saved("sav.csv"));
        Pspp.run(folder, "INSERT FILE='read.sps'.\n" + Pspp.saved("csv.csv"));

        String read = Files.readString(folder.resolve("csv.csv"));
        assertThat(read).isEqualTo(Files.readString(folder.resolve("sav.csv")));
        assertThat(Exporting.lines(read).get(0))
                .containsEntry("Plan", "1")
                .containsEntry("change", "-8")
                .containsEntry("Change_2", "-1.5");
    }

    private static Map<String, String> column(List<Map<String, String>> codebook, String name) {
        return codebook.stream()
                .filter(column -> column.get("column").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
