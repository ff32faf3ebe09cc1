package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** What is published about a hub, for its administrators. */
@QuarkusTest
class HubSummaryTest extends Releasing {

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
