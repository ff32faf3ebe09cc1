package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** From a draft to a frozen release, by two people. */
@QuarkusTest
class ReleaseLifeTest extends Releasing {

    @Test
    void a_release_is_drafted_computed_audited_approved_by_another_and_frozen() throws SQLException {
        Tenant site = studied("lived");
        String address = drafted("lived");
        show(address).body("state", equalTo("draft")).body("draftedBy", equalTo(DRAFTER));

        Lease lease = begun(address, site);
        show(address).body("state", equalTo("computing")).body("askedBy", equalTo(DRAFTER));
        leases.computed(lease, cubes.seal(lease.draft(), lease.attempt(), counts(lease)), Map.of());
        show(address).body("state", equalTo("computed")).body("cubeHash", equalTo(Sha256.hex(counts(lease))));
        audit(lease, 1);
        show(address).body("state", equalTo("audited")).body("findings", empty());

        step(approver(), address, "approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("approvedBy", equalTo(APPROVER));
        String frozen = step(drafter(), address, "freezing")
                .then()
                .statusCode(201)
                .body("state", equalTo("frozen"))
                .body("number", notNullValue())
                .extract()
                .header("Location");

        analyst()
                .get(frozen)
                .then()
                .statusCode(200)
                .body("study", equalTo("lived"))
                .body("edition", equalTo(1))
                .body("cubeHash", equalTo(Sha256.hex(counts(lease))))
                .body("cells[0].figures.find { it.measure == 'mean_gain' }.value", equalTo("0.7"))
                .body("cells[1].figures.value", contains(nullValue(), nullValue(), nullValue(), nullValue()))
                .body("cells[1].figures.status", contains("suppressed", "suppressed", "suppressed", "suppressed"));
        assertThat(rows("select action from deed where key = '" + draftId(address) + "' order by id"))
                .containsExactly(
                        "release.drafted",
                        "release.computation-asked",
                        "release.computed",
                        "release.audited",
                        "release.approved",
                        "release.frozen");
        assertThat(rows("select subject from deed where key = '" + draftId(address)
                        + "' and subject is not null order by id"))
                .containsExactly(DRAFTER, DRAFTER, APPROVER, DRAFTER);
    }

    @Test
    void releases_of_all_studies_are_numbered_through_without_a_gap() {
        int one = frozen("numbered", 1, studied("numbered"));
        int other = frozen("numbered-too", 1, studied("numbered-too"));

        assertThat(other).isEqualTo(one + 1);
        analyst()
                .get(RELEASES + "?after=" + (one - 1) + "&limit=1")
                .then()
                .statusCode(200)
                .body("number", contains(one))
                .body("[0].study", equalTo("numbered"))
                .header("Link", containsString("after=" + one));
    }

    @Test
    void nobody_approves_what_they_drafted_or_had_computed() {
        Tenant site = studied("own");
        String address = audited("own", 1, site);

        step(drafter(), address, "approval")
                .then()
                .statusCode(403)
                .body("type", endsWith(":own-release"))
                .body("violations.field", hasItem("approvedBy"));

        String another = drafted("own");
        step(approver(), another, "computation").then().statusCode(202);
        Lease lease = taken(another);
        leases.computed(lease, cubes.seal(lease.draft(), lease.attempt(), counts(lease)), Map.of());
        audit(lease, 1);
        step(approver(), another, "approval").then().statusCode(403).body("type", endsWith(":own-release"));
        step(drafter(), another, "approval").then().statusCode(403).body("type", endsWith(":own-release"));
    }

    @Test
    void the_database_too_refuses_an_approval_of_ones_own() {
        String address = audited("own-by-sql", 1, studied("own-by-sql"));

        assertThat(catchThrowableOfType(
                                SQLException.class,
                                () -> asOwner("update release_draft set state = 'approved', approved_by = '" + DRAFTER
                                        + "' where id = '" + draftId(address) + "'"))
                        .getSQLState())
                .isEqualTo("23514");
    }

    @Test
    void an_audit_that_failed_is_told_to_the_team_and_publishes_nothing() {
        Tenant site = studied("revealing");
        String address = drafted("revealing");
        Lease lease = computed(address, site);
        leases.refused(lease, List.of(new Finding("cell-recoverable", "gain/both of hub=north, n", "between 3 and 5")));

        show(address).body("state", equalTo("refused")).body("findings.type", contains("cell-recoverable"));
        for (String step : List.of("approval", "freezing")) {
            step(approver(), address, step).then().statusCode(409).body("type", endsWith(":audit-failed"));
        }
        drafter().get(address + "/preview").then().statusCode(409).body("type", endsWith(":audit-failed"));
    }

    @Test
    void a_step_too_early_is_refused_by_name() {
        studied("early");
        String address = drafted("early");

        step(approver(), address, "approval").then().statusCode(409).body("type", endsWith(":release-not-audited"));
        step(approver(), address, "freezing").then().statusCode(409).body("type", endsWith(":release-not-approved"));
        drafter().get(address + "/preview").then().statusCode(409).body("type", endsWith(":release-not-audited"));
        step(drafter(), address, "computation").then().statusCode(202);
        step(drafter(), address, "computation").then().statusCode(409).body("type", endsWith(":release-under-way"));
    }

    @Test
    void a_discarded_release_goes_no_further() {
        Tenant site = studied("discarded");
        String address = audited("discarded", 1, site);

        drafter().header("If-Match", tag(address)).delete(address).then().statusCode(204);

        show(address).body("state", equalTo("discarded")).body("cubeHash", nullValue());
        step(approver(), address, "approval").then().statusCode(409).body("type", endsWith(":release-discarded"));
        step(drafter(), address, "computation").then().statusCode(409).body("type", endsWith(":release-discarded"));
    }

    @Test
    void what_would_have_been_published_is_seen_no_more_once_it_is_computed_anew_or_discarded() throws SQLException {
        Tenant site = studied("forgotten");
        String anew = audited("forgotten", 1, site);
        String discarded = audited("forgotten", 1, site);
        drafter().get(anew + "/preview").then().statusCode(200);

        step(drafter(), anew, "computation").then().statusCode(202);
        drafter().header("If-Match", tag(discarded)).delete(discarded).then().statusCode(204);

        for (String address : List.of(anew, discarded)) {
            drafter().get(address + "/preview").then().statusCode(409).body("type", endsWith(":release-not-audited"));
            assertThat(rows("select 1 from release_draft where candidate is not null and id = '" + draftId(address)
                            + "'"))
                    .isEmpty();
        }
    }

    @Test
    void a_change_is_made_only_to_the_state_that_was_seen() {
        String address = audited("seen", 1, studied("seen"));
        String before = tag(address);
        step(approver(), address, "approval").then().statusCode(200);

        approver().header("If-Match", before).post(address + "/freezing").then().statusCode(412);
        approver().post(address + "/freezing").then().statusCode(428).body("violations.field", hasItem("If-Match"));
        drafter().header("If-Match", before).delete(address).then().statusCode(412);
    }

    @Test
    void of_two_who_freeze_at_once_one_does() throws SQLException {
        String address = audited("frozen-at-once", 1, studied("frozen-at-once"));
        step(approver(), address, "approval").then().statusCode(200);
        String seen = tag(address);

        List<Integer> answers = Stream.of(drafter(), approver())
                .map(who -> CompletableFuture.supplyAsync(() ->
                        who.header("If-Match", seen).post(address + "/freezing").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers.get(0)).isEqualTo(201);
        assertThat(answers.get(1)).isIn(409, 412);
        assertThat(rows("select 1 from release where draft = '" + draftId(address) + "'"))
                .hasSize(1);
    }

    @Test
    void the_same_request_sent_again_drafts_once() {
        studied("drafted-again");
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("purpose", "the yearly figures");

        String one = drafter()
                .header("Idempotency-Key", key)
                .body(body)
                .post(STUDIES + "/drafted-again/releases")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        drafter()
                .header("Idempotency-Key", key)
                .body(body)
                .post(STUDIES + "/drafted-again/releases")
                .then()
                .statusCode(201)
                .header("Location", equalTo(one));
        drafter()
                .header("Idempotency-Key", key)
                .body(Map.of("purpose", "another"))
                .post(STUDIES + "/drafted-again/releases")
                .then()
                .statusCode(422);
        drafter().get(STUDIES + "/drafted-again/releases").then().body("id", contains(draftId(one)));
    }

    @Test
    void what_is_impossible_is_refused_naming_the_field() {
        studied("impossible");

        drafter()
                .body(Map.of("population", "evaluated"))
                .post(STUDIES + "/impossible/releases")
                .then()
                .statusCode(400)
                .body("type", endsWith(":release-impossible"))
                .body("violations.field.sort()", equalTo(List.of("population", "purpose")));
    }

    @Test
    void only_the_team_makes_releases_and_of_it_nobody_who_is_an_analyst() {
        Tenant site = studied("theirs");
        String address = audited("theirs", 1, site);
        Map<String, String> body = Map.of("purpose", "to pry");

        Declared.operator().body(body).post(STUDIES + "/theirs/releases").then().statusCode(404);
        Declared.administrator(site).get(address).then().statusCode(404);
        Declared.as(Token.of(DRAFTER).onThePlatform(Roles.ANALYST).sign())
                .get(address)
                .then()
                .statusCode(403)
                .body("type", endsWith(":no-drafts-for-analysts"));
        studied("not-theirs");
        drafter()
                .get(STUDIES + "/not-theirs/releases/" + draftId(address))
                .then()
                .statusCode(404)
                .body("type", endsWith(":release-not-found"));
    }
}
