package org.mentoringcommons.analytics.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.analytics.report.RecreatedStudy.EVALUATOR;
import static org.mentoringcommons.analytics.report.RecreatedStudy.STUDY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** The report as its readers get it: which form, how often anew, on which record. */
@QuarkusTest
class ReportDocumentsTest {

    private static final String REPORT = "/analytics/v1/studies/" + STUDY + "/report";

    @Inject
    Feed feed;

    @BeforeEach
    void the_study_has_answers() {
        new RecreatedStudy().feedOnce(feed);
    }

    @Test
    void a_browser_gets_a_page_with_everything_in_it() throws IOException {
        String page = evaluator()
                .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(REPORT)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
        Files.createDirectories(Path.of("target", "report"));
        Files.writeString(Path.of("target", "report", "page.html"), page);

        Figures report = Figures.read(STUDY, EVALUATOR);
        assertThat(page)
                .contains(report.report().get("watermark").asText(), "152 / 173", "87.9", "0.75 [")
                .doesNotContain("NaN", "Infinity", "null");
        assertThat(page.split("<svg ", -1)).hasSize(1 + figureNames().size());
        assertThat(page.split("<h[23]>", -1))
                .hasSizeGreaterThan(report.sections().size());
        assertThat(page.split("<caption>", -1))
                .hasSizeGreaterThan(report.sections().size() + figureNames().size());
    }

    @Test
    void an_unchanged_report_is_not_sent_again_and_a_changed_one_is() {
        Response first = evaluator().accept(ContentType.JSON).get(REPORT);
        String tag = first.header("ETag");

        evaluator()
                .accept(ContentType.JSON)
                .header("If-None-Match", tag)
                .get(REPORT)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        evaluator()
                .accept("text/csv")
                .header("If-None-Match", tag)
                .get(REPORT)
                .then()
                .statusCode(200);
        feed.state(
                "workshops",
                Facts.institution("UIC"),
                Facts.id("one more"),
                Facts.workshop("one more", RecreatedEvaluation.CURRICULUM, 120));
        try {
            Response changed = evaluator()
                    .accept(ContentType.JSON)
                    .header("If-None-Match", tag)
                    .get(REPORT);

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.header("ETag")).isNotEqualTo(tag);
            assertThat(changed.jsonPath().getString("watermark"))
                    .isNotEqualTo(first.jsonPath().getString("watermark"));
        } finally {
            feed.erased("workshops", Facts.institution("UIC"), Facts.id("one more"));
        }
    }

    @Test
    void the_same_state_gives_the_same_bytes_in_every_form() {
        for (String form : List.of("application/json", "text/csv", "text/html")) {
            assertThat(evaluator().accept(form).get(REPORT).asByteArray())
                    .as(form)
                    .isEqualTo(evaluator().accept(form).get(REPORT).asByteArray());
        }
    }

    @Test
    void who_accepts_gzip_gets_the_same_page_under_a_tag_of_its_own() {
        Response plain = evaluator()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .accept("text/html")
                .get(REPORT);

        Response compressed = evaluator().accept("text/html").get(REPORT); // this client accepts gzip and unpacks it

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
        assertThat(compressed.asString()).isEqualTo(plain.asString());
        assertThat(compressed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        evaluator()
                .accept("text/html")
                .header("If-None-Match", compressed.header("ETag"))
                .get(REPORT)
                .then()
                .statusCode(304);
    }

    @Test
    void every_reading_is_on_record_with_its_purpose_and_what_was_read() throws SQLException {
        String reader = "somebody-with-a-purpose";
        new OwnStudy("purposeful", reader).declare();
        RequestSpecification request = given().auth().oauth2(Token.of(reader).sign());
        String report = "/analytics/v1/studies/purposeful/report";

        request.header("Purpose", "revision 2 of the manuscript")
                .accept("text/csv")
                .get(report)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Token.of(reader).sign())
                .get(report + "/figures/workshop-size")
                .then()
                .statusCode(200);

        try (Connection owner = Database.asOwner()) {
            assertThat(
                            Database.rows(
                                    owner,
                                    "select document || ' for ' || purpose from report_access where study = 'purposeful' order by id"))
                    .containsExactly(
                            "text/csv for revision 2 of the manuscript",
                            "figure workshop-size for " + OwnStudy.PURPOSE);
            assertThat(
                            Database.rows(
                                    owner,
                                    "select 1 from report_access where study = 'purposeful' and (watermark is null or version is null)"))
                    .isEmpty();
        }
    }

    @Test
    void a_purpose_that_cannot_go_on_record_is_refused_by_name() {
        evaluator()
                .header("Purpose", "x".repeat(501))
                .get(REPORT)
                .then()
                .statusCode(400)
                .body("type", endsWith("purpose-unreadable"))
                .body("violations[0].field", equalTo("Purpose"));
    }

    @Test
    void figures_are_listed_and_each_is_served_in_both_forms() throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "report"));
        assertThat(figureNames())
                .startsWith("workshop-size", "workshop-hours", "modules", "people", "scores", "ratings")
                .contains("forest-communication");
        for (String name : figureNames()) {
            String svg = evaluator()
                    .accept("image/svg+xml")
                    .get(REPORT + "/figures/" + name)
                    .then()
                    .statusCode(200)
                    .contentType("image/svg+xml;charset=UTF-8")
                    .extract()
                    .asString();
            Files.writeString(kept.resolve(name + ".svg"), svg);
            assertThat(svg)
                    .startsWith("<svg ")
                    .contains("role=\"img\"", "<title id=\"" + name + "-title\">", "<desc id=\"" + name + "-desc\">");
            Map<String, Object> vega = evaluator()
                    .accept("application/vnd.vegalite.v5+json")
                    .get(REPORT + "/figures/" + name)
                    .then()
                    .statusCode(200)
                    .extract()
                    .body()
                    .as(new io.restassured.common.mapper.TypeRef<>() {});
            assertThat(vega).containsEntry("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
        }
    }

    @Test
    void a_figure_that_is_not_there_and_a_report_of_others_are_not_found() {
        evaluator().get(REPORT + "/figures/nothing").then().statusCode(404).body("type", endsWith("figure-not-found"));
        given().auth()
                .oauth2(Token.platform(Roles.PLATFORM_OPERATOR))
                .get(REPORT + "/figures/scores")
                .then()
                .statusCode(404)
                .body("type", endsWith("study-not-found"));
        evaluator().accept("image/png").get(REPORT + "/figures/scores").then().statusCode(406);
    }

    private static List<String> figureNames() {
        return evaluator().get(REPORT + "/figures").jsonPath().getList("name");
    }

    private static RequestSpecification evaluator() {
        return given().auth().oauth2(Token.of(EVALUATOR).sign());
    }
}
