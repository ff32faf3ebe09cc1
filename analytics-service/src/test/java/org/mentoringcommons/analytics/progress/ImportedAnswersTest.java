package org.mentoringcommons.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/** People who were asked elsewhere were not invited: they gain as all do, and are in no rate and no completion. */
@QuarkusTest
class ImportedAnswersTest extends Looks {

    @Test
    void a_rate_is_of_those_invited_here_and_gains_are_of_all() throws IOException {
        Tenant site = held("beside imported", CLOSED);
        answers(site, "beside imported", 0, 4);
        imported(site, "imported beside");
        answers(site, "imported beside", 0, 12);
        unasked(site, "imported beside", 12, 15);

        JsonNode all = institution(site, Roles.EVALUATOR);

        JsonNode line = all.at("/instruments/0");
        assertThat(line.get("invited").asInt()).isEqualTo(8);
        assertThat(line.get("responded").asInt()).isEqualTo(4);
        assertThat(line.get("imported").asInt()).isEqualTo(15);
        assertThat(line.get("responseRate").asDouble()).isEqualTo(50);
        assertThat(value(all, "n")).isEqualTo("16");
        assertThat(value(all, "percent_complete"))
                .as("nobody knows whether the three were asked")
                .isEqualTo("100.0");
        assertThat(institution(site, Roles.PORTAL)
                        .at("/instruments/0/responseRate")
                        .asDouble())
                .isEqualTo(50);
        assertThat(page(site, "/analytics/v1/progress/institution"))
                .contains("<p>4 of 8 people invited have answered (50.0 %); 15 answers imported; 0 of 2 surveys open");
    }

    @Test
    void a_workshop_of_imported_answers_has_gains_and_neither_rate_nor_completion() throws IOException {
        Tenant site = Facts.institution("progress imported only");
        imported(site, "imported only");
        answers(site, "imported only", 0, 12);

        for (String role : List.of(Roles.EVALUATOR, Roles.PORTAL)) {
            for (JsonNode view : List.of(progress(site, "imported only", role), institution(site, role))) {
                assertThat(view.at("/instruments/0/responseRate").isNull()).isTrue();
                assertThat(view.at("/instruments/0/responded").asInt()).isZero();
                assertThat(view.at("/instruments/0/imported").asInt()).isEqualTo(12);
                assertThat(figure(view, "percent_complete").get("status").asText())
                        .isEqualTo("undefined");
                assertThat(value(view, "n")).isEqualTo("12");
                assertThat(shown(view)).contains("mean_gain");
            }
        }
        assertThat(page(site, path("imported only")))
                .contains("<p>12 answers imported; 0 of 1 survey open")
                .doesNotContain("people invited");
    }

    @Test
    void completion_of_those_asked_here_waits_while_it_would_tell_how_many_of_a_few_others_have_a_score()
            throws IOException {
        Tenant site = held("many here", CLOSED);
        answers(site, "many here", 0, 20);
        unasked(site, "many here", 20, 26);
        for (String few : List.of("first few here", "second few here")) {
            held(site, few, CLOSED);
            answers(site, few, 0, 6);
        }
        imported(site, "few imported");
        answers(site, "few imported", 0, 5);

        JsonNode before = institution(site, Roles.PORTAL);
        assertThat(shown(before)).contains("n").doesNotContain("percent_complete");
        answers(site, "few imported", 5, 20);

        JsonNode after = institution(site, Roles.PORTAL);
        assertThat(value(after, "n")).isEqualTo("52");
        assertThat(value(after, "percent_complete")).as("32 of 38").isEqualTo("75–100");
    }

    @Test
    void that_it_is_imported_may_be_told_later() throws IOException {
        Tenant site = held("told later", CLOSED);
        answers(site, "told later", 0, 12);
        assertThat(progress(site, "told later", Roles.EVALUATOR)
                        .at("/instruments/0/responseRate")
                        .asDouble())
                .isEqualTo(150);

        imported(site, "told later");

        JsonNode after = progress(site, "told later", Roles.EVALUATOR).at("/instruments/0");
        assertThat(after.get("responseRate").isNull()).isTrue();
        assertThat(after.get("responded").asInt()).isZero();
        assertThat(after.get("imported").asInt()).isEqualTo(12);
    }

    /** Somebody whose answer has nothing of the scale. */
    private void unasked(Tenant site, String name, int from, int to) {
        for (int person = from; person < to; person++) {
            feed.state(
                    "responses",
                    site,
                    id(name, person),
                    Facts.response(name + " person " + person, name + " wave", true, Map.of()));
        }
    }

    private static String page(Tenant site, String path) {
        return as(site, Roles.EVALUATOR)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
