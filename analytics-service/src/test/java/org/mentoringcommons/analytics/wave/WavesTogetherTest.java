package org.mentoringcommons.analytics.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.analytics.Facts.instrument;
import static org.mentoringcommons.analytics.Facts.thenNow;
import static org.mentoringcommons.analytics.Facts.wave;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.tenancy.Tenant;

/** Waves of an institution that arrive together, while those of others do. */
@QuarkusTest
class WavesTogetherTest {

    private static final String LEARN =
            "insert into instrument (key, version, structure) select '%s', '1', structure from instrument where key = '%s'";

    @Inject
    Feed feed;

    @Test
    void new_instruments_are_learnt_in_one_order_so_that_no_two_institutions_wait_for_each_other() throws Exception {
        Tenant site = Facts.institution("waves together");
        feed.state("institutions", site, site.id(), Facts.institutionState(site, "America/Chicago"));
        for (String workshop : List.of("together 0", "together 1", "together 2")) {
            feed.state("workshops", site, Facts.id(workshop), Facts.workshop(workshop, "together", 240));
        }
        feed.together("waves", site, List.of(asking("together 0", "together-known")));
        List<Map<String, Object>> batch =
                List.of(asking("together 2", "together-b"), asking("together 1", "together-a"));

        try (Connection another = Database.asApp()) {
            another.setAutoCommit(false);
            another.createStatement().execute(LEARN.formatted("together-a", "together-known"));
            CompletableFuture<Void> arriving = CompletableFuture.runAsync(() -> feed.together("waves", site, batch));
            awaitWaiting(another);
            another.createStatement().execute(LEARN.formatted("together-b", "together-known"));
            another.commit();
            arriving.get(30, TimeUnit.SECONDS);
        }

        assertThat(waves()).containsExactly("2");
    }

    private static Map<String, Object> asking(String workshop, String instrument) {
        return wave("wave " + workshop, workshop, instrument(instrument, "1", List.of(thenNow("a")), List.of()));
    }

    private static List<String> waves() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(
                    owner, "select count(*) from wave where instrument_key in ('together-a', 'together-b')");
        }
    }

    /** Returns once somebody waits for what this connection has not committed yet. */
    private static void awaitWaiting(Connection holding) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try (Connection owner = Database.asOwner()) {
            String holder = Database.rows(holding, "select pg_backend_pid()").get(0);
            String waiting =
                    "select count(*) from pg_locks where not granted and " + holder + " = any (pg_blocking_pids(pid))";
            while (Database.rows(owner, waiting).equals(List.of("0"))) {
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }
}
