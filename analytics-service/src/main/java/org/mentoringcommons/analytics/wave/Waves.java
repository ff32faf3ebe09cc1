package org.mentoringcommons.analytics.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** The waves of the bound institution. */
@ApplicationScoped
public class Waves {

    private static final String FIND =
            """
            select id, instrument_key, instrument_version, opens_at, joined_mark, left_mark from wave where id = any(?)""";
    private static final String ANSWERED =
            """
            update wave w set responded = w.responded + c.responded, consented = w.consented + c.consented,
              joined_mark = case when c.joined then gen_random_uuid() else w.joined_mark end,
              left_mark = case when c.went then gen_random_uuid() else w.left_mark end
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[])
              as c(wave, responded, consented, joined, went)
            where w.tenant = current_tenant() and w.id = c.wave""";

    private static final String LEAVE_OUT =
            "insert into wave_left_out (tenant, id, occasion) values (current_tenant(), ?, ?) on conflict do nothing";
    private static final String LEFT_OUT = "select id from wave_left_out where id = any(?)";

    private final EntityManager database;
    private final DataSource rows;

    Waves(EntityManager database, DataSource rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * A wave as its answers need it.
     *
     * @param instrument what its answers are packed by
     */
    public record Asked(UUID id, InstrumentReference instrument, Instant opening, WaveMarks marks) {}

    /**
     * How many more (or fewer) people answered a wave.
     *
     * @param consented those among them who consented to research
     * @param joined whether anybody's answer is for research that was not before
     * @param left whether anybody corrected an answer that was for research into one that is not
     */
    public record Answered(UUID wave, long responded, long consented, boolean joined, boolean left) {}

    /** {@return the institution's wave of this id, if it has arrived} */
    public Optional<Wave> find(UUID id) {
        return Optional.ofNullable(database.find(Wave.class, id));
    }

    /** {@return those of these waves that have arrived, by id} */
    public Map<UUID, Asked> asked(Collection<UUID> ids) {
        try (Connection connection = rows.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Asked> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Asked(
                                    row.getObject(1, UUID.class),
                                    new InstrumentReference(row.getString(2), row.getString(3)),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    new WaveMarks(row.getObject(5, UUID.class), row.getObject(6, UUID.class))));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves could not be read", failure);
        }
    }

    /** {@return those of these waves whose answers count nowhere: they are no survey right after a workshop} */
    public Set<UUID> leftOut(Collection<UUID> ids) {
        try (Connection connection = rows.getConnection();
                PreparedStatement select = connection.prepareStatement(LEFT_OUT)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves could not be read", failure);
        }
    }

    void leaveOut(UUID id, String occasion) {
        try (Connection connection = rows.getConnection();
                PreparedStatement insert = connection.prepareStatement(LEAVE_OUT)) {
            insert.setObject(1, id);
            insert.setString(2, occasion);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a wave could not be left out", failure);
        }
    }

    /** Lets more or fewer people have answered, within the transaction under way. */
    public void answered(Collection<Answered> changes) {
        try (Connection connection = rows.getConnection();
                PreparedStatement update = connection.prepareStatement(ANSWERED)) {
            update.setArray(1, array(connection, "uuid", changes, Answered::wave));
            update.setArray(2, array(connection, "bigint", changes, Answered::responded));
            update.setArray(3, array(connection, "bigint", changes, Answered::consented));
            update.setArray(4, array(connection, "boolean", changes, Answered::joined));
            update.setArray(5, array(connection, "boolean", changes, Answered::left));
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves could not follow their answers", failure);
        }
    }

    private static Array array(
            Connection connection, String type, Collection<Answered> changes, Function<Answered, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(value).toArray());
    }

    List<Wave> ofWorkshop(UUID workshop) {
        return database.createQuery("from Wave where workshop = ?1", Wave.class)
                .setParameter(1, workshop)
                .getResultList();
    }

    void add(Wave wave) {
        database.persist(wave);
    }

    void remove(Wave wave) {
        database.remove(wave);
    }
}
