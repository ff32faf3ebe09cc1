package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** Two instances of a service, each with its relay. */
@QuarkusTest
@OnThings
class RelayTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    TenantTransaction transaction;

    @Inject
    @DataSource("relay")
    AgroalDataSource database;

    private final RecordingPublisher one = new RecordingPublisher();
    private final RecordingPublisher other = new RecordingPublisher();
    private Relay first;
    private Relay second;

    @BeforeEach
    void two_instances_are_up() throws SQLException {
        Outside.execute("truncate outbox");
        first = new Relay(database, one, true);
        second = new Relay(database, other, true);
        first.start(null);
        second.start(null);
    }

    @AfterEach
    void both_stop() throws InterruptedException {
        first.stop(null);
        second.stop(null);
    }

    @Test
    void one_of_two_relays_publishes_each_fact_once_and_in_order() throws InterruptedException {
        append(1, 2, 3);

        awaitPublished(3);

        assertThat(Stream.of(one, other).filter(relay -> !relay.published().isEmpty()))
                .as("active relays")
                .hasSize(1);
        assertThat(versions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_other_relay_takes_over_when_the_active_one_stops() throws InterruptedException {
        append(1);
        awaitPublished(1);

        (one.published().isEmpty() ? second : first).stop(null);
        append(2);

        awaitPublished(2);
        assertThat(one.published()).hasSize(1);
        assertThat(other.published()).hasSize(1);
    }

    @Test
    void what_the_broker_refuses_is_published_when_it_is_back() throws Exception {
        one.away = true;
        other.away = true;
        append(1);
        assertThat(Outside.count("select count(*) from outbox")).isEqualTo(1);

        one.away = false;
        other.away = false;

        awaitPublished(1);
        assertThat(versions()).containsExactly(1L);
    }

    private void append(long... versions) {
        transaction.run(Token.LAKESIDE, () -> {
            for (long version : versions) {
                outbox.append(new Fact("things", "a", Things.TYPE, version, new Things.Thing("new")));
            }
        });
    }

    private List<Long> versions() {
        return Stream.concat(one.published().stream(), other.published().stream())
                .map(Envelope::version)
                .toList();
    }

    private void awaitPublished(int facts) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (versions().size() < facts && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(versions()).hasSize(facts);
    }
}
