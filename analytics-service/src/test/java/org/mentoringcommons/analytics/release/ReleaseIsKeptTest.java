package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;

/** What is frozen stays, whatever statement the service sends; what is sealed is seen by the release role alone. */
@QuarkusTest
class ReleaseIsKeptTest extends Releasing {

    private static final String NOT_ALLOWED = "42501";
    private static final String STILL_REFERRED_TO = "23503";

    @Test
    void the_service_can_change_and_remove_nothing_of_a_frozen_release() throws SQLException {
        int number = frozen("kept", 1, studied("kept"));

        try (Connection app = Database.asApp()) {
            for (String statement : List.of(
                    "update release set title = 'another' where number = " + number,
                    "delete from release where number = " + number,
                    "truncate release cascade",
                    "update release_document set body = 'x' where release = " + number,
                    "delete from release_document where release = " + number,
                    "insert into release_document values (" + number
                            + ", 'more', 'text/plain', encode(sha256('x'), 'hex'), 'x')",
                    "update release_erratum set reason = ''",
                    "delete from release_erratum",
                    "select * from release_access",
                    "delete from release_access",
                    "update release_draft set state = 'discarded' where id = (select draft from release where number = "
                            + number + ")",
                    "delete from release_draft")) {
                refused(app, statement, NOT_ALLOWED);
            }
        }
    }

    @Test
    void a_frozen_release_asked_to_change_refuses_by_name() {
        String address = audited("asked", 1, studied("asked"));
        step(approver(), address, "approval").then().statusCode(200);
        step(approver(), address, "freezing").then().statusCode(201);

        for (String step : List.of("computation", "approval", "freezing")) {
            step(drafter(), address, step).then().statusCode(409).body("type", endsWith(":release-frozen"));
        }
        drafter()
                .header("If-Match", tag(address))
                .delete(address)
                .then()
                .statusCode(409)
                .body("type", endsWith(":release-frozen"));
        drafter().body("{}").put(RELEASES + "/1").then().statusCode(405);
    }

    @Test
    void only_the_release_role_sees_what_is_sealed_and_it_sees_nothing_else() throws SQLException {
        frozen("sealed", 1, studied("sealed"));

        for (Connection other : List.of(Database.asApp(), Database.asResearch())) {
            try (other) {
                for (String table : List.of("sealed_cube", "sealed_standing", "sealed_secret")) {
                    refused(other, "select * from " + table, NOT_ALLOWED);
                    refused(other, "delete from " + table, NOT_ALLOWED);
                }
            }
        }
        try (Connection release = Database.asRelease()) {
            assertThat(Database.rows(release, "select count(*) > 0 from sealed_cube"))
                    .containsExactly("t");
            for (String table :
                    List.of("response", "workshop", "study", "release", "release_document", "institution")) {
                refused(release, "select * from " + table, NOT_ALLOWED);
            }
            refused(release, "update sealed_cube set cube = 'x'", NOT_ALLOWED);
            refused(release, "update sealed_standing set standing = 'x'", NOT_ALLOWED);
            refused(release, "delete from sealed_standing", NOT_ALLOWED);
            refused(release, "update sealed_secret set secret = 'x'", NOT_ALLOWED);
        }
    }

    @Test
    void the_counts_of_a_frozen_release_cannot_be_removed_even_by_the_release_role() throws SQLException {
        String address = audited("referred", 1, studied("referred"));
        step(approver(), address, "approval").then().statusCode(200);
        step(approver(), address, "freezing").then().statusCode(201);

        try (Connection release = Database.asRelease()) {
            refused(release, "delete from sealed_cube where draft = '" + draftId(address) + "'", STILL_REFERRED_TO);
        }
    }

    @Test
    void counts_that_are_of_no_account_any_more_are_destroyed() throws SQLException {
        String discarded = audited("swept", 1, studied("swept"));
        drafter().header("If-Match", tag(discarded)).delete(discarded).then().statusCode(204);
        String kept = audited("unswept", 1, studied("unswept"));

        cubes.sweep();

        assertThat(rows("select 1 from sealed_cube where draft = '" + draftId(discarded) + "'"))
                .isEmpty();
        assertThat(rows("select 1 from sealed_cube where draft = '" + draftId(kept) + "'"))
                .hasSize(1);
    }

    @Test
    void a_studys_secret_is_made_once() {
        studied("secretive");

        byte[] secret = cubes.secret("secretive");

        assertThat(secret).hasSize(32).isEqualTo(cubes.secret("secretive"));
    }

    private static void refused(Connection connection, String statement, String state) {
        assertThatThrownBy(() -> connection.createStatement().execute(statement))
                .as(statement)
                .isInstanceOf(SQLException.class)
                .extracting(refusal -> ((SQLException) refusal).getSQLState())
                .as(statement)
                .isEqualTo(state);
    }
}
