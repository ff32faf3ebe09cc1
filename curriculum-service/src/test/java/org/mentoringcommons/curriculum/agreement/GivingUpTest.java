package org.mentoringcommons.curriculum.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class GivingUpTest {

    @Test
    void whoever_gave_it_up_after_signing_is_not_bound_by_what_the_other_does_afterwards() {
        Two two = Two.proposed();
        two.signs(two.mentor(), 1).then().statusCode(200);
        two.mentor().api().call().delete(two.at()).then().statusCode(204);

        two.reads(two.mentee()).then().body("status", equalTo("ended")).body("endedAt", notNullValue());
        two.signs(two.mentee(), 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:agreement-ended"));
        two.changes(1).then().statusCode(409);
        assertThat(two.mentee().isRefused(adds("agreement_signature (agreement, round)", "'%s', 1", two)))
                .as("a signature past the service")
                .isTrue();
        assertThat(signatures(two)).isEqualTo(1);
        two.mentee().api().call().delete(two.at()).then().statusCode(204);
        assertThat(Person.asOwner("delete from agreement where id = '" + two.agreement() + "'"))
                .isZero();
    }

    @Test
    void what_both_are_signing_at_this_moment_is_not_taken_back() throws Exception {
        Two two = Two.proposed();
        two.signs(two.mentee(), 1).then().statusCode(200);
        try (Connection signing = two.mentor().connection()) {
            signing.setAutoCommit(false);
            signing.createStatement()
                    .execute(
                            "insert into agreement_signature (agreement, round) values ('" + two.agreement() + "', 1)");
            CompletableFuture<Response> takenBack = CompletableFuture.supplyAsync(
                    () -> two.mentee().api().call().delete(two.at()));
            awaitSomebodyWaitingFor(signing);
            signing.commit();

            takenBack
                    .join()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:mentoring-commons:problem:agreement-in-force"));
        }
        two.reads(two.mentor()).then().body("status", equalTo("in_force"));
    }

    @Test
    void nobody_but_the_two_has_themselves_told_when_its_dates_are() {
        Two two = Two.inForce();
        Person stranger = Person.at(Token.LAKESIDE);

        assertThat(stranger.isRefused(adds(
                        "agreement_reminder (agreement, id, address)", "'%s', gen_random_uuid(), 'a@b.example'", two)))
                .as("a stranger's reminder")
                .isTrue();
        assertThat(two.mentor()
                        .counts(adds(
                                "agreement_reminder (agreement, id, address)",
                                "'%s', gen_random_uuid(), 'a@b.example'",
                                two)))
                .isEqualTo(1);
        assertThat(two.mentor()
                        .isRefused("with moved as (update agreement_reminder set agreement = gen_random_uuid()"
                                + " returning 1) select count(*) from moved"))
                .as("a reminder moved to another agreement")
                .isTrue();
        assertThat(stranger.counts("select lock_agreement('" + two.agreement() + "')::int"))
                .as("locked by a stranger")
                .isZero();
    }

    private static String adds(String into, String values, Two two) {
        return "with added as (insert into " + into + " values (" + values.formatted(two.agreement())
                + ") returning 1) select count(*) from added";
    }

    private static long signatures(Two two) {
        return two.mentee()
                .counts("select count(*) from agreement_signature where agreement = '" + two.agreement() + "'");
    }

    private static void awaitSomebodyWaitingFor(Connection holder) throws SQLException {
        int backend;
        try (var row = holder.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            backend = row.getInt(1);
        }
        Instant late = Instant.now().plus(Duration.ofSeconds(20));
        String waiting = "select count(*) from pg_locks w where not w.granted and " + backend
                + " = any(pg_blocking_pids(w.pid))";
        while (Person.counts("", "", waiting) == 0) {
            assertThat(Instant.now()).as("somebody waits for the signature").isBefore(late);
            Thread.onSpinWait();
        }
    }
}
