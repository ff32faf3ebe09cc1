package org.mentoringcommons.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
@OnThings
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    TenantTransaction transaction;

    @Inject
    @DataSource("relay")
    AgroalDataSource relay;

    @BeforeEach
    void nothing_waits() throws SQLException {
        Outside.execute("truncate outbox");
    }

    @Test
    void a_fact_of_a_transaction_that_fails_is_never_told() throws SQLException {
        assertThatThrownBy(() -> transaction.run(Token.LAKESIDE, () -> {
                    outbox.append(fact("a", 1));
                    throw new IllegalArgumentException("the change fails after all");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(Outside.count("select count(*) from outbox")).isZero();
    }

    @Test
    void a_fact_outside_any_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.append(fact("a", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fact_carries_the_bound_institution() throws SQLException {
        transaction.run(Token.HILLTOP, () -> outbox.append(fact("a", 1)));

        assertThat(Outside.count("select count(*) from outbox where tenant = '" + Token.HILLTOP + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_service_can_neither_read_the_outbox_nor_append_for_another_institution() throws SQLException {
        try (Connection app = Outside.asApp()) {
            app.createStatement().execute("select set_config('app.tenant', '" + Token.LAKESIDE + "', false)");

            assertThatThrownBy(() -> app.createStatement().executeQuery("select * from outbox"))
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("42501");
            assertThatThrownBy(() -> app.createStatement()
                            .execute(
                                    "insert into outbox (topic, key, type, version, tenant) values ('t', 'k', 'y', 1, '"
                                            + Token.HILLTOP + "')"))
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void a_batch_is_published_in_order_and_deleted_only_after_the_broker_has_it() throws Exception {
        transaction.run(Token.LAKESIDE, () -> {
            outbox.append(fact("a", 1));
            outbox.append(fact("a", 2));
            outbox.append(Fact.erased("things", "b", Things.TYPE, 3));
        });
        RecordingPublisher broker = new RecordingPublisher();

        try (Connection connection = relay.getConnection()) {
            connection.setAutoCommit(false);
            broker.away = true;
            assertThatThrownBy(() -> OutboxBatch.publish(connection, broker)).isInstanceOf(PublishingFailed.class);
            connection.rollback();
            assertThat(Outside.count("select count(*) from outbox")).isEqualTo(3);

            broker.away = false;
            assertThat(OutboxBatch.publish(connection, broker)).isEqualTo(3);
        }

        assertThat(broker.published()).extracting(Envelope::version).containsExactly(1L, 2L, 3L);
        assertThat(broker.published().get(2).data()).isNull();
        assertThat(Outside.count("select count(*) from outbox")).isZero();
    }

    @Test
    void a_fact_that_says_its_time_is_told_with_it_and_nothing_tells_another() throws Exception {
        Instant longAgo = Instant.parse("2026-01-01T10:00:00Z");
        transaction.run(
                Token.LAKESIDE,
                () -> outbox.append(new Fact("things", "a", Things.TYPE, 1, longAgo, new Things.Thing("new"))));
        RecordingPublisher broker = new RecordingPublisher();

        try (Connection connection = relay.getConnection()) {
            connection.setAutoCommit(false);
            OutboxBatch.publish(connection, broker);
        }

        Envelope told = broker.published().get(0);
        assertThat(told.time().toInstant()).isEqualTo(longAgo);
        assertThat(told.toRecord(URI.create("urn:here")).timestamp()).isEqualTo(longAgo.toEpochMilli());
    }

    private static Fact fact(String key, long version) {
        return new Fact("things", key, Things.TYPE, version, new Things.Thing("new"));
    }
}
