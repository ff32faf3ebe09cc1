package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Row files are recalled when somebody in them takes something back. */
@QuarkusTest
class ExtractRecallTest extends RowFiles {

    @Test
    void a_withdrawal_a_correction_or_an_erasure_recalls_what_is_ready_at_once() throws SQLException {
        Tenant site = studied("recalled");
        for (Runnable change : List.<Runnable>of(
                () -> answer(site, "recalled", "ann", false, Map.of()),
                () -> answer(site, "recalled", "ann", true, Map.of("a", Facts.pair(2, 6))),
                () -> feed.erased("responses", site, Facts.id("recalled ann")))) {
            answer(site, "recalled", "ann", true, Map.of("a", Facts.pair(2, 5)));
            String address = ready("recalled", "csv");

            change.run();

            show(address).body("state", equalTo("recalled"));
            member().get(address + "/content").then().statusCode(410);
            worker.round();
            assertThat(parts(address)).isZero();
        }
    }

    @Test
    void other_answers_and_other_institutions_recall_nothing() {
        Tenant site = studied("undisturbed");
        answer(site, "undisturbed", "ann", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "undisturbed", "no research", false, Map.of());
        String address = ready("undisturbed", "csv");

        answer(site, "undisturbed", "bob", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "undisturbed", "no research", false, Map.of("a", Facts.pair(1, 1)));
        feed.erased("responses", site, Facts.id("undisturbed no research"));
        Tenant other = studied("undisturbed-too");
        answer(other, "undisturbed-too", "eve", true, Map.of());
        feed.erased("responses", other, Facts.id("undisturbed-too eve"));

        show(address).body("state", equalTo("ready"));
    }

    @Test
    void an_institution_that_leaves_takes_its_rows_out_of_reach() {
        Tenant site = studied("left");
        answer(site, "left", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = ready("left", "csv");

        Declared.leave("left", site).statusCode(204);

        member().get(address + "/content").then().statusCode(410);
        worker.round();
        show(address).body("state", equalTo("recalled"));
    }

    @Test
    void a_withdrawal_while_it_is_written_begins_it_again_without_the_answer() {
        Tenant site = studied("meanwhile");
        answer(site, "meanwhile", "ann", true, Map.of("a", Facts.pair(2, 5)));
        answer(site, "meanwhile", "bob", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("meanwhile", "csv");
        Lease lease = leases.claim().orElseThrow();
        leases.covers(lease, Set.of(site.id()));

        feed.erased("responses", site, Facts.id("meanwhile bob"));

        assertThat(lost(() -> leases.complete(lease, 2, 100))).isTrue();
        worker.round();
        show(address).body("state", equalTo("ready")).body("writtenRows", equalTo(1));
    }

    @Test
    void a_withdrawal_under_way_when_writing_begins_is_waited_for() throws SQLException {
        Tenant site = studied("waited-for-by-rows");
        answer(site, "waited-for-by-rows", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("waited-for-by-rows", "csv");
        Lease lease = leases.claim().orElseThrow();

        CompletableFuture<Void> covering;
        try (Connection withdrawal = Database.asOwner()) {
            withdrawal.setAutoCommit(false);
            String gone = "delete from response where id = '" + Facts.id("waited-for-by-rows ann") + "'";
            assertThat(withdrawal.createStatement().executeUpdate(gone)).isEqualTo(1);
            covering = CompletableFuture.runAsync(() -> leases.covers(lease, Set.of(site.id())));
            while (!covering.isDone()
                    && Database.rows(withdrawal, "select 1 from pg_locks where locktype = 'advisory' and not granted")
                            .isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(covering).as("the withdrawal is still under way").isNotDone();
            withdrawal.commit();
        }
        covering.join();

        show(address).body("state", equalTo("running"));
    }
}
