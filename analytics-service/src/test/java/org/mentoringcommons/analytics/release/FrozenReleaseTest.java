package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What analysts read, and what is on record of it. */
@QuarkusTest
class FrozenReleaseTest extends Releasing {

    @Test
    void the_bytes_are_those_that_were_frozen_and_say_so() {
        int number = frozen("digested", 1, studied("digested"));

        Response answer = analyst().get(RELEASES + "/" + number);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, max-age=3600, immutable"))
                .header("Repr-Digest", startsWith("sha-256=:"));
        byte[] digest = Base64.getDecoder()
                .decode(answer.header("Repr-Digest").replace("sha-256=:", "").replaceFirst(":$", ""));
        assertThat(digest).isEqualTo(Sha256.of(answer.asByteArray()));
        analyst()
                .get(RELEASES + "?after=" + (number - 1))
                .then()
                .body("[0].contentHash", equalTo(Sha256.hex(answer.asByteArray())));
        assertThat(analyst().get(RELEASES + "/" + number).asByteArray()).isEqualTo(answer.asByteArray());
        analyst()
                .header("If-None-Match", answer.header("ETag"))
                .get(RELEASES + "/" + number)
                .then()
                .statusCode(304);
    }

    @Test
    void the_csv_has_the_reports_columns_and_one_a_dimension() throws Exception {
        int number = frozen("tidy", 1, studied("tidy"));

        String csv = analyst().accept("text/csv").get(RELEASES + "/" + number).asString();

        List<CSVRecord> lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        assertThat(lines.get(0).getParser().getHeaderNames()).isEqualTo(ReleaseCsv.COLUMNS);
        assertThat(lines).hasSize(8);
        CSVRecord gain = lines.get(1);
        assertThat(gain.get("section")).isEqualTo("gains");
        assertThat(gain.get("row")).isEqualTo("both");
        assertThat(gain.get("measure")).isEqualTo("mean_gain");
        assertThat(gain.get("value")).isEqualTo("0.7");
        assertThat(gain.get("n")).isEqualTo("41");
        assertThat(gain.get("lower")).isEqualTo("-0.1"); // a number, not a formula
        assertThat(gain.get("status")).isEqualTo("shown");
        assertThat(gain.get("release")).isEqualTo(Integer.toString(number));
        assertThat(gain.get("origin")).isEqualTo(Integer.toString(number));
        CSVRecord hidden = lines.get(5);
        assertThat(hidden.get("hub")).isEqualTo("'=north");
        assertThat(hidden.get("status")).isEqualTo("suppressed");
        for (String column : List.of("value", "n", "numerator", "denominator", "lower", "upper", "reason", "origin")) {
            assertThat(hidden.get(column)).as(column).isEmpty();
        }
    }

    @Test
    void page_codebook_figures_and_metadata_come_with_it() {
        int number = frozen("formed", 1, studied("formed"));
        String address = RELEASES + "/" + number;

        analyst()
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("Release " + number));
        analyst().accept("text/csv").get(address + "/codebook").then().body(containsString("status,suppressed,"));
        String figure = analyst()
                .get(address + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .path("[1].name");
        analyst()
                .accept("image/svg+xml")
                .get(address + "/figures/" + figure)
                .then()
                .statusCode(200)
                .body(containsString("Everybody"))
                .body(not(containsString("north")));
        analyst().get(address + "/figures/none").then().statusCode(404);
        Response metadata = analyst().accept("application/ld+json").get(address + "/metadata");
        metadata.then().statusCode(200).contentType(startsWith("application/ld+json"));
        Map<String, Object> cited = metadata.jsonPath().getMap("");
        assertThat(cited.get("@type")).isEqualTo("Dataset");
        assertThat(cited.get("sha256"))
                .isEqualTo(Sha256.hex(analyst().get(address).asByteArray()));
        assertThat(cited.get("creditText").toString()).contains("Study team of formed", "release " + number);
    }

    @Test
    void every_reading_is_on_record_with_its_purpose() throws SQLException {
        int number = frozen("recorded", 1, studied("recorded"));

        analyst().header("Purpose", "a review of programmes").get(RELEASES + "/" + number);
        analyst().accept("text/csv").get(RELEASES + "/" + number);
        analyst()
                .header("Purpose", "x".repeat(501))
                .get(RELEASES + "/" + number)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("Purpose"));

        assertThat(rows("select document, subject, purpose from release_access where release = " + number
                        + " order by id"))
                .containsExactly("json|an analyst|a review of programmes", "csv|an analyst|the yearly figures");
    }

    @Test
    void a_later_edition_names_the_release_a_figure_stands_from() {
        Tenant site = studied("standing");
        int first = frozen("standing", 1, site);

        int second = frozen("standing", 2, site);

        analyst()
                .get(RELEASES + "/" + second)
                .then()
                .body("edition", equalTo(2))
                .body("cells[0].origin", equalTo(first));
        analyst().accept("text/html").get(RELEASES + "/" + second).then().body(containsString("[" + first + "]"));
        analyst()
                .accept("application/ld+json")
                .get(RELEASES + "/" + second + "/metadata")
                .then()
                .body(containsString("IsNewVersionOf"));
    }

    @Test
    void a_release_is_withdrawn_by_a_notice_beside_it_once_and_for_good() throws SQLException {
        Tenant site = studied("withdrawn");
        int number = frozen("withdrawn", 1, site);
        int later = frozen("withdrawn", 2, site);
        byte[] before = analyst().get(RELEASES + "/" + number).asByteArray();
        String erratum = RELEASES + "/" + number + "/erratum";
        analyst().get(erratum).then().statusCode(404);

        drafter()
                .body(Map.of("reason", "counted twice", "replacedBy", later))
                .post(erratum)
                .then()
                .statusCode(201)
                .body("replacedBy", equalTo(later));

        Response answer = analyst().get(RELEASES + "/" + number);
        answer.then().statusCode(200).header("Cache-Control", equalTo("private, no-cache"));
        assertThat(answer.asByteArray()).isEqualTo(before);
        assertThat(answer.headers().getValues("Link")).anyMatch(link -> link.contains("/erratum"));
        analyst().get(erratum).then().statusCode(200).body("reason", equalTo("counted twice"));
        drafter()
                .body(Map.of("reason", "again"))
                .post(erratum)
                .then()
                .statusCode(409)
                .body("type", endsWith(":erratum-exists"));
        assertThat(
                        rows(
                                "select subject, reason from deed where action = 'release.withdrawn' and detail like '%study withdrawn,%'"))
                .containsExactly(DRAFTER + "|counted twice");
    }

    @Test
    void a_notice_needs_a_reason_a_useful_successor_and_somebody_who_answers_for_the_release() {
        Tenant site = studied("noticed");
        int number = frozen("noticed", 1, site);
        int another = frozen("noticed-not", 1, studied("noticed-not"));
        String erratum = RELEASES + "/" + number + "/erratum";

        drafter()
                .body(Map.of("replacedBy", another))
                .post(erratum)
                .then()
                .statusCode(400)
                .body("violations.field.sort()", equalTo(List.of("reason", "replacedBy")));
        Declared.administrator(site)
                .body(Map.of("reason", "envy"))
                .post(erratum)
                .then()
                .statusCode(404);
        analyst().body(Map.of("reason", "envy")).post(erratum).then().statusCode(404);
        Declared.operator()
                .body(Map.of("reason", "the team is gone"))
                .post(erratum)
                .then()
                .statusCode(201);
    }

    @Test
    void people_without_a_part_in_results_read_no_releases() {
        int number = frozen("never-read", 1, studied("never-read"));

        for (String role : List.of("participant", "facilitator", "portal", "roster-reader")) {
            Declared.as(Token.member(Token.HILLTOP, role))
                    .get(RELEASES + "/" + number)
                    .then()
                    .statusCode(403);
        }
    }
}
