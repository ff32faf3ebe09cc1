package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** A private study pays before anything is counted, once an attempt, and never gets anything back. */
@QuarkusTest
class EpsilonLedgerTest extends Releasing {

    private static final String SPENT = ":epsilon-spent";

    @Inject
    EpsilonLedger ledger;

    @Inject
    ReleaseWorker worker;

    @Inject
    Studies studies;

    @Inject
    TenantTransaction transaction;

    @Test
    void a_study_that_has_spent_its_budget_makes_no_further_release() throws SQLException {
        privately("spent", 1, 2);
        for (int computation = 1; computation <= 2; computation++) {
            String address = drafted("spent");
            step(drafter(), address, "computation").then().statusCode(202);
            worker.round();
            show(address).body("state", equalTo("audited"));
            drafter().header("If-Match", tag(address)).delete(address).then().statusCode(204);
        }

        refused(draft("spent"));
        assertThat(rows("select trim_scale(sum(epsilon)) from epsilon_spent where study = 'spent'"))
                .containsExactly("2");
    }

    @Test
    void a_budget_is_lowered_and_not_raised() {
        privately("raised", 1, 1);
        String address = drafted("raised");
        String other = drafted("raised");
        step(drafter(), address, "computation").then().statusCode(202);
        worker.round();

        edit("raised", Map.of("noise", noise(1, 5)));

        refused(draft("raised"));
        refused(step(drafter(), other, "computation").then());
    }

    @Test
    void a_budget_that_was_lowered_binds_drafts_made_before() throws SQLException {
        privately("lowered", 1, 2);
        String address = drafted("lowered");
        String other = drafted("lowered");
        step(drafter(), address, "computation").then().statusCode(202);
        worker.round();
        Study before = study("lowered");
        step(drafter(), other, "computation").then().statusCode(202);
        Lease lease = taken(other);

        edit("lowered", Map.of("noise", noise(1, 1)));

        assertThat(ledger.charge(lease, before)).isFalse();
        assertThat(rows("select trim_scale(sum(epsilon)) from epsilon_spent where study = 'lowered'"))
                .containsExactly("1");
    }

    @Test
    void an_attempt_that_crashes_has_paid_and_the_next_pays_again() throws SQLException {
        privately("crashed", 1, 2);
        String address = drafted("crashed");
        step(drafter(), address, "computation").then().statusCode(202);

        assertThat(ledger.charge(taken(address), study("crashed"))).isTrue(); // and then the instance is gone
        silent(address);
        Lease second = taken(address);
        assertThat(ledger.charge(second, study("crashed"))).isTrue();
        silent(address);
        worker.round();

        show(address).body("state", equalTo("refused")).body("findings.type", contains("epsilon-spent"));
        assertThat(rows("select trim_scale(epsilon) from epsilon_spent where study = 'crashed'"))
                .containsExactly("1", "1");
    }

    @Test
    void what_is_sealed_is_audited_again_for_nothing() throws SQLException {
        privately("sealed-once", 1, 1);
        String address = drafted("sealed-once");
        step(drafter(), address, "computation").then().statusCode(202);
        worker.round();
        asOwner("update release_draft set state = 'computed', lease_until = null where id = '" + draftId(address)
                + "'");

        worker.round();

        show(address).body("state", equalTo("audited"));
        assertThat(rows("select 1 from epsilon_spent where study = 'sealed-once'"))
                .hasSize(1);
    }

    @Test
    void of_many_at_once_as_many_are_counted_as_are_paid_for() throws Exception {
        privately("epsilon-at-once", 1, 3);
        Study study = study("epsilon-at-once");
        List<Lease> leases = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> UUID.fromString(draftId(drafted("epsilon-at-once"))))
                .map(draft -> new Lease(draft, 1, "epsilon-at-once", 1, java.util.Optional.empty()))
                .toList();
        ExecutorService instances = Executors.newFixedThreadPool(leases.size());
        try {
            List<Callable<Boolean>> charges = leases.stream()
                    .<Callable<Boolean>>map(lease -> () -> ledger.charge(lease, study))
                    .toList();
            int paid = 0;
            for (Future<Boolean> charged : instances.invokeAll(charges)) {
                paid += charged.get() ? 1 : 0;
            }
            assertThat(paid).isEqualTo(3);
        } finally {
            instances.shutdownNow();
        }
        assertThat(rows("select trim_scale(sum(epsilon)) from epsilon_spent where study = 'epsilon-at-once'"))
                .containsExactly("3");
    }

    @Test
    void the_service_can_take_nothing_back() throws SQLException {
        try (Connection app = Database.asApp()) {
            for (String statement : List.of(
                    "delete from epsilon_spent",
                    "update epsilon_spent set epsilon = 0.001",
                    "truncate epsilon_spent")) {
                assertThatThrownBy(() -> app.createStatement().execute(statement))
                        .as(statement)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    private void privately(String key, double epsilon, double budget) {
        Tenant site = studied(key);
        edit(key, Map.of("noise", noise(epsilon, budget)));
        answer(site, key, "ann", true, 5);
    }

    private static Map<String, Object> noise(double epsilon, double budget) {
        return Map.of("mechanism", "discrete_laplace", "epsilon", epsilon, "budget", budget);
    }

    private Study study(String key) {
        return transaction.call(null, () -> studies.find(key).orElseThrow());
    }

    private static void silent(String address) throws SQLException {
        asOwner("update release_draft set lease_until = now() - interval '1 second' where id = '" + draftId(address)
                + "'");
    }

    private static ValidatableResponse draft(String study) {
        return drafter()
                .body(Map.of("purpose", "once more"))
                .post(Declared.STUDIES + "/" + study + "/releases")
                .then();
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", endsWith(SPENT))
                .body("violations.field", contains("noise.budget"))
                .body("violations.message", contains(containsString("is spent")));
    }
}
