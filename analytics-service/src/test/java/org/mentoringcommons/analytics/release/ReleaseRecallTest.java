package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.tenancy.Tenant;

/** What happens to a release that is under way while the world goes on; or an instance crashes. */
@QuarkusTest
class ReleaseRecallTest extends Releasing {

    @Test
    void a_withdrawal_a_correction_or_an_erasure_takes_audit_and_approval_away() throws SQLException {
        Tenant site = studied("recalled-release");
        String study = "recalled-release";
        for (Runnable change : List.<Runnable>of(
                () -> answer(site, study, "ann", false, 5),
                () -> answer(site, study, "ann", true, 6),
                () -> feed.erased("responses", site, Facts.id(study + " ann")))) {
            answer(site, study, "ann", true, 5);
            String address = audited(study, 1, site);
            step(approver(), address, "approval").then().statusCode(200);
            String seen = tag(address);

            change.run();

            show(address)
                    .body("state", equalTo("recalled"))
                    .body("approvedBy", nullValue())
                    .body("cubeHash", nullValue());
            drafter()
                    .header("If-Match", seen)
                    .post(address + "/freezing")
                    .then()
                    .statusCode(412);
            step(drafter(), address, "freezing").then().statusCode(409).body("type", endsWith(":release-not-approved"));
            cubes.sweep();
            assertThat(rows("select 1 from sealed_cube where draft = '" + draftId(address) + "'"))
                    .isEmpty();
            drafter().header("If-Match", tag(address)).delete(address).then().statusCode(204);
        }
    }

    @Test
    void a_withdrawal_leaves_what_is_frozen_as_it_is() {
        Tenant site = studied("left-as-it-is");
        answer(site, "left-as-it-is", "ann", true, 5);
        int number = frozen("left-as-it-is", 1, site);
        byte[] before = analyst().get(RELEASES + "/" + number).asByteArray();

        feed.erased("responses", site, Facts.id("left-as-it-is ann"));

        assertThat(analyst().get(RELEASES + "/" + number).asByteArray()).isEqualTo(before);
    }

    @Test
    void answers_without_consent_and_other_institutions_recall_nothing() {
        Tenant site = studied("undisturbed-release");
        answer(site, "undisturbed-release", "no research", false, 5);
        String address = audited("undisturbed-release", 1, site);

        answer(site, "undisturbed-release", "no research", false, 6);
        answer(site, "undisturbed-release", "bob", true, 6);
        feed.erased("responses", site, Facts.id("undisturbed-release no research"));
        Tenant other = studied("undisturbed-other");
        answer(other, "undisturbed-other", "eve", true, 5);
        feed.erased("responses", other, Facts.id("undisturbed-other eve"));

        show(address).body("state", equalTo("audited"));
    }

    @Test
    void a_withdrawal_while_it_is_computed_begins_it_again() {
        Tenant site = studied("meanwhile-release");
        answer(site, "meanwhile-release", "ann", true, 5);
        String address = drafted("meanwhile-release");
        Lease lease = begun(address, site);

        feed.erased("responses", site, Facts.id("meanwhile-release ann"));

        assertThat(lost(() ->
                        leases.computed(lease, cubes.seal(lease.draft(), lease.attempt(), counts(lease)), Map.of())))
                .isTrue();
        show(address).body("state", equalTo("computing"));
        Lease again = taken(address);
        assertThat(again.attempt()).isGreaterThan(lease.attempt());
        assertThat(again.sealed()).isEmpty();
        cubes.sweep();
        leases.computed(again, cubes.seal(again.draft(), again.attempt(), counts(again)), Map.of());
        audit(again, 1);
        show(address).body("state", equalTo("audited"));
    }

    @Test
    void a_withdrawal_under_way_when_counting_begins_is_waited_for() throws SQLException {
        Tenant site = studied("waited-for");
        answer(site, "waited-for", "ann", true, 5);
        String address = drafted("waited-for");
        step(drafter(), address, "computation").then().statusCode(202);
        Lease lease = taken(address);

        CompletableFuture<Void> covering;
        try (Connection withdrawal = Database.asOwner()) {
            withdrawal.setAutoCommit(false);
            assertThat(withdrawal
                            .createStatement()
                            .executeUpdate("delete from response where id = '" + Facts.id("waited-for ann") + "'"))
                    .isEqualTo(1);
            covering = CompletableFuture.runAsync(() -> leases.covers(lease, Set.of(site.id())));
            while (!covering.isDone()
                    && rows("select 1 from pg_locks where locktype = 'advisory' and not granted")
                            .isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(covering).as("the withdrawal is still under way").isNotDone();
            withdrawal.commit();
        }
        covering.join();

        show(address).body("state", equalTo("computing"));
    }

    @Test
    void a_worker_that_falls_silent_again_and_again_is_given_no_other() throws SQLException {
        String address = drafted(studyOf("silenced-release"));
        begun(address, Facts.institution("release silenced-release"));
        for (int crash = 1; crash < 3; crash++) {
            silence(address);
            taken(address);
        }

        silence(address);
        while (leases.claim().isPresent()) {
            show(address).body("state", equalTo("failed"));
        }

        show(address).body("state", equalTo("failed"));
        step(drafter(), address, "computation").then().statusCode(202);
    }

    @Test
    void after_a_crash_another_instance_goes_on_from_where_the_counts_were_sealed() throws SQLException {
        String address = drafted(studyOf("crashed-release"));
        Lease lease = computed(address, Facts.institution("release crashed-release"));

        silence(address);
        Lease other = taken(address);

        assertThat(other.sealed()).contains(new Lease.Sealed(lease.attempt(), Sha256.hex(counts(lease))));
        assertThat(lost(() -> leases.audited(lease, 1, Method.last(), new byte[0])))
                .isTrue();
        cubes.sweep();
        Lease.Sealed sealed = other.sealed().orElseThrow();
        assertThat(cubes.open(other.draft(), sealed.attempt(), sealed.hash())).isEqualTo(counts(lease));
    }

    /** While a new version is rolled out. */
    @Test
    void what_stands_by_the_rules_of_another_instance_is_not_taken_for_its_own() {
        String address = drafted(studyOf("rules-side-by-side"));
        Lease lease = computed(address, Facts.institution("release rules-side-by-side"));
        byte[] older = {1};
        byte[] newer = {2};

        // sealed by one instance, which then falls silent, and by another that goes on
        cubes.stand(lease.draft(), lease.attempt(), 1, Method.OF_ONE_RELEASE, older);
        cubes.stand(lease.draft(), lease.attempt(), 1, Method.last(), newer);
        cubes.stand(lease.draft(), lease.attempt(), 1, Method.last(), new byte[] {3});

        assertThat(cubes.standing(frozenBy(lease, Method.last()))).isEqualTo(newer);
        assertThat(cubes.standing(frozenBy(lease, Method.OF_ONE_RELEASE))).isEqualTo(older);
    }

    private static FrozenRelease frozenBy(Lease lease, Method method) {
        return new FrozenRelease(
                1,
                lease.draft(),
                lease.attempt(),
                lease.study(),
                1,
                "title",
                "purpose",
                "content",
                "counts",
                method.version(),
                1,
                Instant.EPOCH,
                Optional.empty());
    }

    @Test
    void what_fails_again_and_again_is_given_up_and_can_be_asked_for_anew() {
        String address = drafted(studyOf("failing-release"));
        begun(address, Facts.institution("release failing-release"));
        for (int attempt = 1; attempt <= 3; attempt++) {
            // as long as nobody else's waits
            leases.giveBack(attempt == 1 ? leaseOf(address) : taken(address));
        }

        show(address).body("state", equalTo("failed"));
        step(drafter(), address, "computation").then().statusCode(202);
    }

    @Test
    void of_two_releases_audited_after_the_same_one_the_second_is_outrun() {
        Tenant site = studied("outrun");
        String slow = audited("outrun", 1, site);
        step(approver(), slow, "approval").then().statusCode(200);
        frozen("outrun", 1, site);

        step(drafter(), slow, "freezing").then().statusCode(409).body("type", endsWith(":release-outrun"));
        show(slow).body("state", equalTo("approved"));
    }

    @Test
    void an_institution_that_left_is_not_published() {
        Tenant site = studied("left-since");
        String address = audited("left-since", 1, site);
        step(approver(), address, "approval").then().statusCode(200);

        Declared.leave("left-since", site).statusCode(204);

        step(drafter(), address, "freezing").then().statusCode(409).body("type", endsWith(":institution-left"));
    }

    @Test
    void an_institution_that_may_not_act_is_not_published() {
        Tenant site = studied("absent");
        String address = audited("absent", 1, site);
        step(approver(), address, "approval").then().statusCode(200);

        standing(site, "suspended");
        step(drafter(), address, "freezing")
                .then()
                .statusCode(409)
                .body("type", endsWith(":institution-suspended-in-study"))
                .body("violations.message", hasItem("alias-" + site.id().substring(0, 8)));
        step(drafter(), address, "computation")
                .then()
                .statusCode(409)
                .body("type", endsWith(":institution-suspended-in-study"));
    }

    private String studyOf(String study) {
        studied(study);
        return study;
    }

    /** As its worker knows it. */
    private Lease leaseOf(String address) {
        return new Lease(
                java.util.UUID.fromString(draftId(address)), 1, "failing-release", 1, java.util.Optional.empty());
    }

    private void standing(Tenant site, String state) {
        Map<String, Object> registered = new HashMap<>(Facts.institutionState(site, "UTC"));
        registered.put("state", state);
        feed.state("institutions", null, site.id(), registered);
    }

    private static void silence(String address) throws SQLException {
        asOwner("update release_draft set lease_until = now() - interval '1 second' where id = '" + draftId(address)
                + "'");
    }

    private static boolean lost(Runnable step) {
        try {
            step.run();
            return false;
        } catch (Lease.Lost lost) {
            return true;
        }
    }
}
