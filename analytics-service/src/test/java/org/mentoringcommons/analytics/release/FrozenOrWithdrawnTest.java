package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** An institution takes back what it agreed to in the moment a release is frozen: one of the two is first, for everybody. */
@QuarkusTest
class FrozenOrWithdrawnTest extends ReleasingSites {

    private final ExecutorService both = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        both.shutdownNow();
    }

    @Test
    void who_is_no_longer_named_waits_for_a_release_that_is_being_frozen() throws Exception {
        waitsForFreezing("named-meanwhile", study -> Declared.administrator(site(study))
                .delete(STUDIES + "/" + study + "/participation/site"));
    }

    @Test
    void who_leaves_waits_for_a_release_that_is_being_frozen() throws Exception {
        waitsForFreezing("left-meanwhile", study -> Declared.administrator(site(study))
                .delete(STUDIES + "/" + study + "/participation"));
    }

    /** The release is being written down; whoever withdraws now does so of later ones. */
    private void waitsForFreezing(String study, Function<String, Response> withdraw) throws Exception {
        String address = approved(study);
        Future<Integer> freezing;
        Future<Integer> withdrawing;
        try (Connection slow = Database.asOwner()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("lock table release in share mode");
            freezing = both.submit(() -> step(approver(), address, "freezing").statusCode());
            waitForLocks("relation", freezing);
            withdrawing = both.submit(() -> withdraw.apply(study).statusCode());
            waitForLocks("transactionid", withdrawing);
            assertThat(withdrawing).as("the release is still being frozen").isNotDone();
            slow.commit();
        }

        assertThat(freezing.get()).isEqualTo(201);
        assertThat(withdrawing.get()).isEqualTo(204);
        assertThat(rows("select 1 from release_site join release on number = release where study = '" + study + "'"))
                .hasSize(1);
    }

    /** Another session waits for a lock of this kind, or what was to wait for it is over. */
    private static void waitForLocks(String kind, Future<?> over) throws SQLException {
        while (!over.isDone()
                && rows("select 1 from pg_locks where locktype = '" + kind + "' and not granted")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @RepeatedTest(3)
    void whichever_is_first_nobody_is_named_who_withdrew_before(RepetitionInfo repetition) throws Exception {
        String study = "frozen-or-withdrawn-" + repetition.getCurrentRepetition();
        String address = approved(study);
        String seen = tag(address);

        Future<Response> freezing =
                both.submit(() -> approver().header("If-Match", seen).post(address + "/freezing"));
        Future<Response> withdrawing = both.submit(
                () -> Declared.administrator(site(study)).delete(STUDIES + "/" + study + "/participation/site"));

        assertThat(withdrawing.get().statusCode()).isEqualTo(204);
        if (freezing.get().statusCode() == 201) {
            assertThat(order(study, address)).containsExactly("release.frozen", "study.site-withdrawn");
        } else {
            freezing.get().then().statusCode(409).body("type", endsWith(":site-agreement-withdrawn"));
            assertThat(order(study, address)).containsExactly("study.site-withdrawn");
        }
    }

    /** In which the two went on record, each before it was over. */
    private static List<String> order(String study, String address) throws SQLException {
        return rows("select action from deed where key in ('" + study + "', '" + draftId(address)
                + "') and action in ('release.frozen', 'study.site-withdrawn') order by id");
    }

    private String approved(String study) {
        Tenant site = studied(study);
        agree(study, site);
        String address = naming(study, site);
        step(approver(), address, "approval").then().statusCode(200);
        return address;
    }

    private static Tenant site(String study) {
        return Facts.institution("release " + study);
    }
}
