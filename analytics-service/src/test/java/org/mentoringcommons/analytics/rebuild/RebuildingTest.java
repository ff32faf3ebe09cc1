package org.mentoringcommons.analytics.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.tenancy.contract.Token;

/** While everything is made anew, nobody reads half of it. */
@QuarkusTest
class RebuildingTest {

    @Inject
    WholeData data;

    @AfterEach
    void it_is_over() throws SQLException {
        asOwner("delete from rebuild");
    }

    @Test
    void one_is_asked_for_at_a_time_and_until_it_begins_everything_is_read_as_before() {
        operator().get("/analytics/v1/rebuilds/last").then().statusCode(404);

        operator().post("/analytics/v1/rebuilds").then().statusCode(202).body("state", equalTo("WANTED"));

        operator()
                .post("/analytics/v1/rebuilds")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:rebuild-under-way"));
        assertThat(data.read(() -> "read")).isEqualTo("read");
    }

    @Test
    void while_the_log_is_read_again_numbers_are_refused_and_the_operator_sees_how_far_it_is() throws SQLException {
        asOwner("insert into rebuild (number, state, asked_by) values (3, 'reading', 'olga')");

        given().auth()
                .oauth2(Token.of("ann").sign())
                .get("/analytics/v1/studies/any/report")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:mentoring-commons:problem:rebuilding"));
        operator().get("/analytics/v1/rebuilds/last").then().statusCode(200).body("number", equalTo(3));
        operator().get("/analytics/v1/dead-letters").then().statusCode(200);
        assertThatThrownBy(() -> data.read(() -> "half")).isInstanceOf(HttpProblem.class);
    }

    @Test
    void what_was_read_while_a_rebuild_came_and_went_is_refused() {
        assertThatThrownBy(() -> data.read(() -> {
                    try {
                        asOwner("insert into rebuild (number, state, asked_by) values (1, 'done', 'olga')");
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                    return "half";
                }))
                .isInstanceOf(HttpProblem.class);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Token.platform("platform-operator"));
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }
}
