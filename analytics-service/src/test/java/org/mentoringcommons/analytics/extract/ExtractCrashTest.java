package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Row files are written once, whoever writes them and whatever ends it. */
@QuarkusTest
class ExtractCrashTest extends RowFiles {

    @Test
    void after_a_crash_another_instance_takes_it_up_and_the_first_can_write_no_more() throws SQLException {
        Tenant site = studied("crash");
        answer(site, "crash", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("crash", "csv");
        Lease crashed = leases.claim().orElseThrow();
        leases.append(crashed, 0, "half a file".getBytes());
        worker.round();
        show(address).body("state", equalTo("running"));

        silence(address);
        worker.round();

        show(address).body("state", equalTo("ready")).body("writtenRows", equalTo(1));
        assertThat(fetched(address, "content").asString())
                .startsWith("population,")
                .doesNotContain("half");
        assertThat(lost(() -> leases.append(crashed, 1, new byte[1]))).isTrue();
        assertThat(lost(() -> leases.complete(crashed, 1, 1))).isTrue();
        worker.round();
        assertThat(parts(address)).isOne();
    }

    @Test
    void what_keeps_failing_is_given_up() throws SQLException {
        studied("failing");
        String address = requested("failing", "csv");
        for (int attempt = 0; attempt < 3; attempt++) {
            leases.giveBack(leases.claim().orElseThrow());
        }

        show(address).body("state", equalTo("failed"));
        member().get(address + "/content").then().statusCode(410);
        assertThat(leases.claim()).isEmpty();
    }

    @Test
    void one_of_two_instances_writes_it() throws Exception {
        studied("two");
        requested("two", "csv");
        var both = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            java.util.concurrent.Callable<java.util.Optional<Lease>> claiming = leases::claim;
            var claims = both.invokeAll(java.util.Collections.nCopies(2, claiming));
            int won = 0;
            for (var claim : claims) {
                won += claim.get().isPresent() ? 1 : 0;
                claim.get().ifPresent(leases::giveBack);
            }
            assertThat(won).isOne();
        } finally {
            both.shutdownNow();
        }
        worker.round();
    }
}
