package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What is published about a hub, for its administrators. */
@QuarkusTest
class HubSummaryTest extends Releasing {

    @Inject
    HubSummaries summaries;

    private static final String OF = "releases.find { it.study == '%s' }.";

    @Test
    void a_hub_is_told_what_the_last_release_of_each_study_says_of_it_and_nothing_else() {
        Tenant site = studied("summed-up");
        frozen("summed-up", 1, site);
        int second = frozen("summed-up", 2, site);
        int withdrawn = frozen("summed-up", 3, site);
        drafter()
                .body(Map.of("reason", "counted twice"))
                .post(RELEASES + "/" + withdrawn + "/erratum")
                .then()
                .statusCode(201);

        // the hub of the made-up cells, which a spreadsheet would take for a formula
        summary("=north")
                .then()
                .statusCode(200)
                .body("hub", equalTo("=north"))
                .body(OF.formatted("summed-up") + "release", equalTo(second))
                .body(OF.formatted("summed-up") + "cells.cell.hub", contains("=north"))
                .body(OF.formatted("summed-up") + "cells[0].figures.status.unique()", equalTo(List.of("suppressed")));
        summary("south").then().body(OF.formatted("summed-up") + "cells", equalTo(List.of()));
    }

    @Test
    void within_a_month_it_stays_as_it_is() throws SQLException {
        at("2021-03-01T00:00:00Z");
        frozen("monthly", 1, studied("monthly"));
        Response first = summary("monthly");

        at("2021-03-31T23:59:59Z");
        frozen("monthly-too", 1, studied("monthly-too"));

        assertThat(summary("monthly").asByteArray()).isEqualTo(first.asByteArray());
        hubAdmin("monthly")
                .header("If-None-Match", first.header("ETag"))
                .get("/analytics/v1/hubs/monthly/summary")
                .then()
                .statusCode(304);
        try (Connection app = Database.asApp()) {
            for (String statement : List.of("update hub_summary set body = 'x'", "delete from hub_summary")) {
                assertThatThrownBy(() -> app.createStatement().execute(statement))
                        .as(statement)
                        .extracting(refusal -> ((SQLException) refusal).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void every_month_begins_with_a_document_of_each_hub_whichever_of_two_instances_makes_it() throws Exception {
        at("2022-05-01T00:00:00Z");
        frozen("each-month", 1, studied("each-month"));
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> done : instances.invokeAll(List.of(this::round, this::round))) {
                done.get();
            }
        } finally {
            instances.shutdownNow();
        }
        String made = "select count(*) from hub_summary where hub = 'north' and month = '2022-05-01'";
        assertThat(rows(made)).containsExactly("1");

        at("2022-06-01T00:00:00Z");
        assertThat(rows("select count(*) from hub_summary where hub = 'north' and month = '2022-06-01'"))
                .containsExactly("0");
        summaries.round();

        byte[] may = hubAdmin("north")
                .get("/analytics/v1/hubs/north/summary?month=2022-05")
                .asByteArray();
        assertThat(may).isNotEqualTo(summary("north").asByteArray());
        summary("north").then().statusCode(200).body("month", equalTo("2022-06"));
        hubAdmin("north")
                .get("/analytics/v1/hubs/north/summary?month=2019-01")
                .then()
                .statusCode(404)
                .body("type", endsWith(":hub-summary-not-found"));
        hubAdmin("north")
                .get("/analytics/v1/hubs/north/summary?month=May")
                .then()
                .statusCode(400)
                .body("violations.field", contains("month"));
    }

    /** Two hubs that tell each other, with documents of two months: every cell stands, as it is, in a release. */
    @Test
    void whatever_hubs_put_together_stands_in_releases() throws Exception {
        at("2022-07-01T00:00:00Z");
        Tenant site = studied("put-together");
        frozen("put-together", 1, site);
        summaries.round();
        List<byte[]> known = new ArrayList<>(
                List.of(summary("=north").asByteArray(), summary("north").asByteArray()));
        at("2022-08-01T00:00:00Z");
        frozen("put-together", 2, site);
        summaries.round();
        known.addAll(List.of(summary("=north").asByteArray(), summary("north").asByteArray()));

        ObjectMapper json = new ObjectMapper();
        int cells = 0;
        for (byte[] document : known) {
            for (JsonNode release : json.readTree(document).get("releases")) {
                JsonNode published = json.readTree(analyst()
                        .get(RELEASES + "/" + release.get("release").asInt())
                        .asByteArray());
                for (String list : List.of("cells", "sites")) {
                    for (JsonNode cell : release.get(list)) {
                        assertThat(published.get(list)).contains(cell);
                        cells++;
                    }
                }
            }
        }
        assertThat(cells).isPositive();
    }

    private Void round() {
        summaries.round();
        return null;
    }

    @Test
    void the_hub_of_somebody_else_does_not_exist() {
        hubAdmin("north")
                .get("/analytics/v1/hubs/south/summary")
                .then()
                .statusCode(404)
                .body("type", endsWith(":hub-not-found"));
        analyst().get("/analytics/v1/hubs/south/summary").then().statusCode(403);
    }

    @Test
    void a_registry_that_is_away_is_said_to_be_away() {
        hubAdmin("away")
                .get("/analytics/v1/hubs/away/summary")
                .then()
                .statusCode(503)
                .body("type", endsWith(":registry-away"));
    }

    private static void at(String instant) {
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), Clock.class);
    }

    private static Response summary(String hub) {
        return hubAdmin(hub).get("/analytics/v1/hubs/{hub}/summary", hub);
    }

    private static RequestSpecification hubAdmin(String hub) {
        return Declared.as(
                Token.of("admin of " + hub).onThePlatform(Roles.HUB_ADMIN).sign());
    }
}
