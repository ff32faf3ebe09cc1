package org.mentoringcommons.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.tenancy.TenantTransaction;

/**
 * The rebuild of a service's effects from the log: asked for here, carried out by {@link RebuildRunner}. One at a time; it
 * is remembered in the database, so a crash delays it and never loses it.
 */
@ApplicationScoped
public class Rebuilds {

    private static final String CURRENT =
            """
            select r.number, r.state, r.asked_at, r.ended_at,
                   coalesce((select sum(until - position) from rebuild_position), 0)::bigint as left_to_read
            from rebuild r""";
    private static final String ASK =
            """
            insert into rebuild (number, state, asked_by) values (1, 'wanted', ?)
            on conflict (one) do update set number = rebuild.number + 1, state = 'wanted', asked_by = excluded.asked_by,
              asked_at = now(), ended_at = null
              where rebuild.state = 'done'""";
    private static final String BECOME = "update rebuild set state = ?, ended_at = case ? when 'done' then now() end";
    private static final String AT =
            """
            insert into rebuild_position (topic, "partition", position, until) values (?, ?, ?, ?)
            on conflict (topic, "partition") do update set position = greatest(rebuild_position.position, excluded.position)""";
    private static final String POSITIONS = "select topic, \"partition\", position, until from rebuild_position";

    private final DataSource database;
    private final TenantTransaction transaction;

    Rebuilds(DataSource database, TenantTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** How far a rebuild is. */
    @Schema(name = "RebuildState")
    public enum State {
        /** Asked for; the effects of before still stand. */
        WANTED,
        /** The effects are forgotten and being made anew. */
        READING,
        /** All is as the log says. */
        DONE
    }

    /**
     * The last rebuild asked for.
     *
     * @param number how many have been asked for, this one included
     * @param leftToRead records of the log still to be read again
     * @param endedAt null while it is under way
     */
    public record Rebuild(long number, State state, OffsetDateTime askedAt, OffsetDateTime endedAt, long leftToRead) {}

    /** {@return false if one is under way already; nothing is changed then} */
    public boolean ask(String subject) {
        return transaction.call(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement ask = connection.prepareStatement(ASK)) {
                ask.setString(1, subject);
                return ask.executeUpdate() == 1;
            }
        });
    }

    /** {@return the last one, if there ever was any} */
    public Optional<Rebuild> last() {
        // asked before and after every reading: a request's own connection does
        return QuarkusTransaction.isActive()
                ? QuarkusTransaction.joiningExisting().call(this::current)
                : transaction.call(null, this::current);
    }

    private Optional<Rebuild> current() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Rebuild(
                            row.getLong("number"),
                            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getObject("asked_at", OffsetDateTime.class),
                            row.getObject("ended_at", OffsetDateTime.class),
                            row.getLong("left_to_read")))
                    : Optional.empty();
        }
    }

    /** {@return whether what is stored is incomplete, and which rebuild made it so: the same answer twice, with nothing
     * incomplete, means that what was read in between is whole} */
    public Whole whole() {
        return last().map(rebuild -> new Whole(rebuild.state() != State.READING, begun(rebuild)))
                .orElse(new Whole(true, 0));
    }

    /**
     * Whether all effects are there.
     *
     * @param complete false while they are being made anew
     * @param rebuilds how many rebuilds have begun
     */
    public record Whole(boolean complete, long rebuilds) {}

    boolean isUnderWay() {
        return last().filter(rebuild -> rebuild.state() != State.DONE).isPresent();
    }

    /** Forgets everything, in one transaction with the note that reading begins. */
    void begin(Effects effects) {
        transaction.run(null, () -> {
            execute("call forget_arrivals()");
            effects.forget();
            execute("delete from rebuild_position");
            become(State.READING);
        });
    }

    void end() {
        transaction.run(null, () -> become(State.DONE));
    }

    /** How far the log has taken effect again; empty if it is not known yet what is to be read. */
    Map<TopicPartition, Span> spans() {
        return transaction.call(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(POSITIONS);
                    ResultSet row = select.executeQuery()) {
                Map<TopicPartition, Span> spans = new HashMap<>();
                while (row.next()) {
                    spans.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Span(row.getLong(3), row.getLong(4)));
                }
                return spans;
            }
        });
    }

    /** What is to be read of a partition. */
    record Span(long from, long until) {
        boolean isRead() {
            return from >= until;
        }
    }

    void remember(Map<TopicPartition, Span> spans) {
        transaction.run(null, () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement at = connection.prepareStatement(AT)) {
                List<TopicPartition> partitions = new ArrayList<>(spans.keySet());
                partitions.sort(Comparator.comparing(TopicPartition::toString)); // two never wait in a circle
                for (TopicPartition partition : partitions) {
                    at.setString(1, partition.topic());
                    at.setInt(2, partition.partition());
                    at.setLong(3, spans.get(partition).from());
                    at.setLong(4, spans.get(partition).until());
                    at.addBatch();
                }
                at.executeBatch();
            } catch (SQLException failure) {
                throw new DatabaseFailed(failure);
            }
        });
    }

    private static long begun(Rebuild rebuild) {
        return rebuild.state() == State.WANTED ? rebuild.number() - 1 : rebuild.number();
    }

    private void become(State state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        try (Connection connection = database.getConnection();
                PreparedStatement become = connection.prepareStatement(BECOME)) {
            become.setString(1, word);
            become.setString(2, word);
            become.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }
}
