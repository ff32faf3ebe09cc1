package org.mentoringcommons.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** The facts laid aside, at most one a key: a later version supersedes what an earlier one left. */
@ApplicationScoped
class DeadLetters {

    private static final String ADD =
            """
            insert into dead_letter (topic, key, "partition", "offset", version, reason) values (?, ?, ?, ?, ?, ?)
            on conflict (topic, key) do update
              set "partition" = excluded."partition", "offset" = excluded."offset", version = excluded.version,
                  reason = excluded.reason, failed_at = now()
              where dead_letter.version <= excluded.version""";
    private static final String UNPARK = "delete from parked where topic = ? and key = ?";
    private static final String ALL =
            """
            select topic, key, "partition", "offset", version, reason, failed_at from dead_letter
            where (topic, key) > (?, ?) order by topic, key limit ?""";
    private static final String ONE =
            """
            select topic, key, "partition", "offset", version, reason, failed_at from dead_letter
            where topic = ? and key = ?""";

    private final DataSource database;
    private final TenantTransaction transaction;

    DeadLetters(DataSource database, TenantTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    void add(Arrival arrival, String reason) {
        Envelope fact = arrival.fact();
        DeadLetter letter = new DeadLetter(
                fact.topic(), fact.key(), arrival.partition(), arrival.offset(), fact.version(), reason, null);
        add(letter, knownTenant(arrival));
    }

    /** For a record whose headers do not even tell what it is. */
    void add(ConsumerRecord<String, byte[]> record, String reason) {
        String key = record.key() == null ? "offset " + record.offset() : record.key();
        add(new DeadLetter(record.topic(), key, record.partition(), record.offset(), 0, reason, null), null);
    }

    /** Up to {@code limit} letters after the given one, in the order of topic and key. */
    List<DeadLetter> after(String topic, String key, int limit) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setString(1, topic);
                select.setString(2, key);
                select.setInt(3, limit);
                return read(select);
            }
        });
    }

    Optional<DeadLetter> find(String topic, String key) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(ONE)) {
                select.setString(1, topic);
                select.setString(2, key);
                return read(select).stream().findFirst();
            }
        });
    }

    private void add(DeadLetter letter, Tenant tenant) {
        transaction.run(tenant, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement add = connection.prepareStatement(ADD);
                    PreparedStatement unpark = connection.prepareStatement(UNPARK)) {
                add.setString(1, letter.topic());
                add.setString(2, letter.key());
                add.setInt(3, letter.partition());
                add.setLong(4, letter.offset());
                add.setLong(5, letter.version());
                add.setString(6, letter.reason());
                add.executeUpdate();
                unpark.setString(1, letter.topic());
                unpark.setString(2, letter.key());
                unpark.executeUpdate();
            } catch (SQLException failure) {
                throw new DatabaseFailed(failure);
            }
        });
    }

    private static Tenant knownTenant(Arrival arrival) {
        try {
            return arrival.tenant().orElse(null);
        } catch (Unacceptable malformed) {
            return null;
        }
    }

    private static List<DeadLetter> read(PreparedStatement select) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                letters.add(new DeadLetter(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getInt("partition"),
                        row.getLong("offset"),
                        row.getLong("version"),
                        row.getString("reason"),
                        row.getObject("failed_at", OffsetDateTime.class)));
            }
        }
        return letters;
    }
}
