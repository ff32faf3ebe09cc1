package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** What stands in a row file and its codebook. */
@QuarkusTest
class ExtractContentTest extends RowFiles {

    @Test
    void csv_parquet_and_rows_say_the_same() throws IOException, SQLException {
        Tenant site = studied("same");
        answer(
                site,
                "same",
                "ann",
                true,
                Map.of(
                        "a",
                        Facts.pair(2, 5),
                        "b",
                        Facts.pair(3, 3),
                        "pace",
                        4,
                        "stage",
                        "=early",
                        "race",
                        List.of("x", "z")));
        answer(site, "same", "bob", true, Map.of("a", Facts.pair(7, 1), "race", List.of("y")));
        answer(site, "same", "no research", false, Map.of("a", Facts.pair(1, 1)));
        answer(site, "same", "withdrawn", true, Map.of("a", Facts.pair(1, 7)));
        feed.erased("responses", site, Facts.id("same withdrawn"));

        Response csv = fetched(ready("same", "csv"), "content");
        Response parquet = fetched(ready("same", "parquet"), "content");

        List<CSVRecord> rows = parsed(csv.asString());
        assertThat(rows.get(0).toList())
                .containsExactly(
                        "population",
                        "institution",
                        "workshop",
                        "day",
                        "minutes",
                        "mode",
                        "audience",
                        "attended",
                        "coverage_known",
                        "modules",
                        "instrument",
                        "instrument_version",
                        "a_then",
                        "a_now",
                        "b_then",
                        "b_now",
                        "pace",
                        "stage",
                        "race___x",
                        "race___y",
                        "race___z");
        String workshop = "consented," + site + "," + Facts.id("same shop")
                + ",2026-03-02,240,in_person,mentee,8,1,feedback;listening,extract,1,";
        assertThat(rows.stream().skip(1).map(row -> String.join(",", row)))
                .containsExactlyInAnyOrder(workshop + "2,5,3,3,4,'=early,1,0,1", workshop + "7,1,,,,,0,1,0");
        List<List<String>> same = Duck.rows(parquet.asByteArray());
        assertThat(same.stream().map(row -> row.stream().map(Cell::of).toList()))
                .containsExactlyElementsOf(
                        rows.stream().skip(1).map(CSVRecord::toList).toList());
        assertThat(Duck.columns(parquet.asByteArray()))
                .contains("population VARCHAR", "a_then INTEGER", "stage VARCHAR", "race___z INTEGER")
                .hasSize(rows.get(0).size());
        assertThat(parquet.header("Content-Length")).isEqualTo(Integer.toString(parquet.asByteArray().length));
        assertThat(parquet.header("Content-Disposition"))
                .matches("attachment; filename=\"same-v1-consented-\\w{8}\\.parquet\"");
    }

    @Test
    void the_codebook_says_of_every_column_what_it_is() throws IOException {
        studied("codebook");

        Response codebook = fetched(ready("codebook", "csv"), "codebook");

        List<CSVRecord> lines = parsed(codebook.asString());
        assertThat(lines).hasSize(1 + 21);
        assertThat(lines.stream().map(line -> String.join(",", line)))
                .contains(
                        "a_now,integer,a,rating now,1;2;3;4;5;6;7,both,empty",
                        "race___z,integer,race,whether 'z' was chosen,0;1,,empty",
                        "stage,text,stage,the option chosen,'=early;late,,empty");
        assertThat(codebook.header("Content-Disposition")).endsWith("-codebook.csv\"");
    }
}
