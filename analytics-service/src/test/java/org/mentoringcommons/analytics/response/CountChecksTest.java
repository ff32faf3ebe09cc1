package org.mentoringcommons.analytics.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Kept counts are held against the rows, an alarm says where they differ, and a changed rule is replayed. */
@QuarkusTest
class CountChecksTest {

    private static final Tenant HERE = Facts.institution("count checks");
    private static final InstrumentReference INSTRUMENT = new InstrumentReference("count-checks", "1");

    @Inject
    Feed feed;

    @Inject
    CountChecks checks;

    @Inject
    Counted counted;

    @Inject
    PairCounts counts;

    @BeforeEach
    void people_answered() throws SQLException {
        asOwner("delete from scoring where instrument_key = 'count-checks'");
        feed.erased("workshops", HERE, Facts.id("cc shop"));
        feed.state("workshops", HERE, Facts.id("cc shop"), Facts.workshop("cc shop", "checks", 240));
        feed.state(
                "waves",
                HERE,
                Facts.id("cc wave"),
                Facts.wave(
                        "cc wave",
                        "cc shop",
                        Facts.instrument(
                                "count-checks",
                                "1",
                                List.of(Facts.thenNow("a"), Facts.thenNow("b"), Facts.thenNow("c")),
                                List.of(Facts.scale("all", "a", "b", "c")))));
        answer("complete", Map.of("a", Facts.pair(1, 2), "b", Facts.pair(2, 3), "c", Facts.pair(4, 7)));
        answer("two of three", Map.of("a", Facts.pair(1, 4), "c", Facts.pair(2, 7)));
        answer("one of three", Map.of("b", Facts.pair(5, 5)));
    }

    @AfterEach
    void all_is_well_again() {
        checks.askToCountAnew(HERE);
        checks.countAnew(HERE);
    }

    @Test
    void kept_counts_are_what_the_rows_give() {
        assertThat(checks.check(HERE)).contains(true);
        assertThat(checks.findings().disagreeing()).doesNotContain(HERE.id());
        assertThat(checks.toCheck(Integer.MAX_VALUE, 3600))
                .as("checked just now and unchanged since")
                .doesNotContain(HERE);
    }

    @Test
    void a_count_that_is_wrong_by_one_alarms_without_taking_the_service_out_until_it_is_counted_anew()
            throws SQLException {
        asOwner("update response set research = false where tenant = '" + HERE.id() + "' and id = '"
                + Facts.id("complete") + "'");

        assertThat(checks.check(HERE)).contains(false);

        given().get("/q/health").then().statusCode(503);
        given().get("/q/health/well").then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        operator().get("/analytics/v1/count-checks").then().statusCode(200).body("disagreeing", hasItem(HERE.id()));
        operator()
                .post("/analytics/v1/count-checks/" + HERE.id() + "/recount")
                .then()
                .statusCode(202);
        assertThat(checks.toRecount(Integer.MAX_VALUE)).contains(HERE);
        checks.countAnew(HERE);
        operator().get("/analytics/v1/count-checks").then().body("disagreeing", not(hasItem(HERE.id())));
        assertThat(checks.check(HERE)).contains(true);
    }

    @Test
    void a_wave_that_says_another_number_than_it_has_answers_alarms_too() throws SQLException {
        asOwner("update wave set responded = responded + 1 where tenant = '" + HERE.id() + "'");

        assertThat(checks.check(HERE)).contains(false);

        checks.countAnew(HERE);
        assertThat(checks.check(HERE)).contains(true);
    }

    @Test
    void an_institution_nobody_knows_is_not_counted_anew() {
        operator()
                .post("/analytics/v1/count-checks/" + Facts.id("nobody") + "/recount")
                .then()
                .statusCode(404);
        operator().post("/analytics/v1/count-checks/nonsense/recount").then().statusCode(404);
    }

    @Test
    void while_one_instance_holds_an_institution_another_passes_it_by() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .execute("select 1 from institution_version where tenant = '" + HERE.id() + "' for update");

            assertThat(checks.check(HERE)).isEmpty();
            assertThat(checks.countAnew(HERE)).isFalse();
            owner.rollback();
        }
    }

    @Test
    void a_changed_scoring_rule_is_replayed_from_the_rows_and_holds_for_what_comes_later() {
        assertThat(scores()).containsExactly("7/12 of 3");

        decide("half", 201);
        decide("half", 409);

        // (1+2)*60/2 = 90 and (4+7)*60/2 = 330; 7*60/3 = 140 and 12*60/3 = 240; one of three is less than half
        assertThat(scores()).as("while the recount is due").containsExactly("90/330 of 60", "140/240 of 60");
        answer("later", Map.of("a", Facts.pair(1, 1), "b", Facts.pair(2, 2)));
        assertThat(checks.toRecount(Integer.MAX_VALUE)).contains(HERE);
        checks.countAnew(HERE);
        assertThat(scores()).containsExactly("90/90 of 60", "90/330 of 60", "140/240 of 60");
        answer("last", Map.of("c", Facts.pair(6, 7), "b", Facts.pair(6, 7)));
        assertThat(scores()).contains("360/420 of 60");
        assertThat(checks.check(HERE)).contains(true);

        decide("complete", 201);
        checks.countAnew(HERE);
        assertThat(scores()).containsExactly("7/12 of 3");
        operator()
                .get("/analytics/v1/instruments/count-checks/1/scorings")
                .then()
                .body("number", equalTo(List.of(1, 2)))
                .body("missing", equalTo(List.of("half", "complete")));
    }

    @Test
    void a_rule_nobody_knows_and_an_instrument_nobody_brought_are_refused() {
        decide("most", 400);
        operator()
                .contentType("application/json")
                .body("{\"missing\": \"half\", \"reason\": \"x\"}")
                .post("/analytics/v1/instruments/unheard-of/1/scorings")
                .then()
                .statusCode(404);
    }

    private void decide(String missing, int status) {
        operator()
                .contentType("application/json")
                .body("{\"missing\": \"" + missing + "\", \"reason\": \"the authors advise so\"}")
                .post("/analytics/v1/instruments/count-checks/1/scorings")
                .then()
                .statusCode(status);
    }

    private List<String> scores() {
        List<String> scores = new ArrayList<>();
        feed.run(HERE, () -> {
            var table = counts.of(INSTRUMENT, Consented.CONSENTED).scale("all");
            table.cells()
                    .forEach((pair, people) ->
                            scores.add(pair.before() + "/" + pair.now() + " of " + table.unitsPerPoint()));
        });
        return scores;
    }

    private void answer(String who, Map<String, Object> answers) {
        feed.state("responses", HERE, Facts.id(who), Facts.response(who, "cc wave", true, new HashMap<>(answers)));
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
