package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A frozen release is made again beside requests, once however many ask, and what comes out is told. */
@QuarkusTest
class ReproductionTest extends ReleasingAnswers {

    @Inject
    Reproductions reproductions;

    @Inject
    Reproducing reproducing;

    @Test
    void what_is_not_as_it_was_frozen_is_told() throws SQLException {
        people("frozen-otherwise");
        int release = released("frozen-otherwise");
        asOwner(
                "update release_document set body = 'x', hash = encode(sha256('x'), 'hex') where name = 'csv' and release = "
                        + release);

        drafter().post(RELEASES + "/" + release + "/reproduction").then().statusCode(202);
        worker.round();

        reproduction(release)
                .body("outcome.reproduced", equalTo(false))
                .body("outcome.documents.find { it.name == 'csv' }.reproduced", equalTo(false))
                .body("outcome.documents.find { it.name == 'json' }.reproduced", equalTo(true));
    }

    @Test
    void of_two_instances_one_makes_it_again_and_one_that_falls_silent_is_followed_by_another() throws SQLException {
        people("made-again-by-two");
        int release = released("made-again-by-two");
        drafter().get(RELEASES + "/" + release + "/reproduction").then().statusCode(404);
        for (int asked = 0; asked < 2; asked++) {
            drafter().post(RELEASES + "/" + release + "/reproduction").then().statusCode(202);
        }

        Reproductions.Turn silent = turn(release);
        for (var other = reproductions.claim(); other.isPresent(); other = reproductions.claim()) {
            assertThat(other.get().release()).isNotEqualTo(release);
        }
        asOwner("update release_reproduction set lease_until = now() - interval '1 second' where release = " + release);
        Reproductions.Turn next = turn(release);

        assertThatThrownBy(() -> reproductions.renew(silent)).isInstanceOf(Lease.Lost.class);
        reproducing.reproduce(silent);
        reproduction(release).body("state", equalTo("waiting"));
        reproducing.reproduce(next);
        reproduction(release).body("state", equalTo("made"));
    }

    @Test
    void what_comes_to_nothing_again_and_again_is_given_up() {
        people("never-made-again");
        int release = released("never-made-again");
        drafter().post(RELEASES + "/" + release + "/reproduction").then().statusCode(202);

        for (int attempt = 0; attempt < 3; attempt++) {
            reproductions.giveBack(turn(release));
        }

        reproduction(release).body("state", equalTo("failed")).body("outcome", nullValue());
    }

    /** What another class left waiting may come first. */
    private Reproductions.Turn turn(int release) {
        Reproductions.Turn turn = reproductions.claim().orElseThrow();
        while (turn.release() != release) {
            turn = reproductions.claim().orElseThrow();
        }
        return turn;
    }

    @Test
    void what_other_rules_made_is_not_made_again_by_these_and_who_can_is_told() throws SQLException {
        people("by-other-rules");
        int release = released("by-other-rules");

        madeBy("1.0", release);
        ofAnotherMethod(release).body("detail", containsString("is the last that has them"));
        madeBy("99.1", release);
        ofAnotherMethod(release).body("detail", containsString("later version"));
    }

    private static void madeBy(String method, int release) throws SQLException {
        asOwner("insert into sealed_standing select s.draft, s.attempt, s.edition, s.standing, '" + method
                + "' from sealed_standing s join release r on r.draft = s.draft and r.number = " + release
                + " limit 1");
        asOwner("update release set method_version = '" + method + "' where number = " + release);
    }

    private static ValidatableResponse ofAnotherMethod(int release) {
        return drafter()
                .post(RELEASES + "/" + release + "/reproduction")
                .then()
                .statusCode(409)
                .body("type", endsWith(":release-of-another-method"))
                .body("violations.field", contains("methodVersion"));
    }
}
