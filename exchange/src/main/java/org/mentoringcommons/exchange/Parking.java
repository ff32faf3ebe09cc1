package org.mentoringcommons.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Facts that wait for their parent, kept under their institution's protection. */
@ApplicationScoped
class Parking {

    private static final String TAKE_TURN =
            """
            with institution as materialized (
                   select pg_advisory_xact_lock(hashtextextended(current_tenant(), 0)),
                          set_config('synchronous_commit', 'off', true)),
                 parent as materialized (
                   select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 0)) from institution)
            select 1 from parent""";
    private static final String KNOWN = "select 1 from inbox where topic = ? and key = ?";
    private static final String PARK =
            """
            insert into parked (tenant, topic, key, parent_topic, parent_key, type, version, time, data,
                                "partition", "offset")
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where not exists (select from inbox where topic = ? and key = ? and version >= ?)
            on conflict (tenant, topic, key) do update
              set parent_topic = excluded.parent_topic, parent_key = excluded.parent_key, type = excluded.type,
                  version = excluded.version, time = excluded.time, data = excluded.data,
                  "partition" = excluded."partition", "offset" = excluded."offset"
              where parked.version < excluded.version""";
    private static final String RELEASABLE =
            """
            select p.topic, p.key, p.type, p.version, p.tenant, p.time, p.data, p."partition", p."offset"
            from parked p join inbox i on i.topic = p.parent_topic and i.key = p.parent_key limit 2000""";
    private static final String ANY = "select exists (select from parked)";

    private final DataSource database;

    Parking(DataSource database) {
        this.database = database;
    }

    /**
     * Parks a fact unless its parent has arrived in between: the lock that the parent's own arrival takes (the
     * institution's, or the parent's own if it is of the platform) is held until this transaction ends, so one of the two
     * sees the other. So does a later version of the fact itself: while this instance hesitated, another may have taken
     * it, and what that one erased must not be kept here.
     *
     * @return false if the parent is here, so that the fact is to be tried again instead
     */
    boolean park(Arrival arrival, ParentMissing parent) {
        Envelope fact = arrival.fact();
        try (Connection connection = database.getConnection()) {
            if (isHere(connection, parent)) {
                return false;
            }
            try (PreparedStatement park = connection.prepareStatement(PARK)) {
                park.setString(1, fact.tenant());
                park.setString(2, fact.topic());
                park.setString(3, fact.key());
                park.setString(4, parent.topic());
                park.setString(5, parent.key());
                park.setString(6, fact.type());
                park.setLong(7, fact.version());
                park.setObject(8, fact.time());
                park.setString(9, fact.data());
                park.setInt(10, arrival.partition());
                park.setLong(11, arrival.offset());
                park.setString(12, fact.topic());
                park.setString(13, fact.key());
                park.setLong(14, fact.version());
                park.executeUpdate();
            }
            return true;
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    /**
     * Some of what no longer needs to wait, because its parent has taken effect. Asked for the whole institution and not for one
     * parent: a crash between a parent and its children may have left some at any depth.
     */
    List<Arrival> releasable() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RELEASABLE);
                ResultSet row = select.executeQuery()) {
            List<Arrival> releasable = new ArrayList<>();
            while (row.next()) {
                releasable.add(arrival(row));
            }
            return releasable;
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    /** Whether anything at all of the bound institution waits. */
    boolean holdsAny() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ANY);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        Envelope fact = new Envelope(
                null,
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getLong("version"),
                row.getString("tenant"),
                row.getObject("time", OffsetDateTime.class),
                row.getString("data"));
        return new Arrival(fact, row.getInt("partition"), row.getLong("offset"));
    }

    private static boolean isHere(Connection connection, ParentMissing parent) throws SQLException {
        // two statements, because each sees only what was committed before it began
        execute(connection, TAKE_TURN, parent.topic(), parent.key());
        return execute(connection, KNOWN, parent.topic(), parent.key());
    }

    private static boolean execute(Connection connection, String sql, String topic, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic);
            statement.setString(2, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
