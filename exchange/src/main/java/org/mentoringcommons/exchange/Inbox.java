package org.mentoringcommons.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Remembers the newest version of each foreign aggregate that took effect; also what was laid aside meanwhile. */
@ApplicationScoped
class Inbox {

    // Facts of one institution take effect one after the other, and so do those of one key of the platform. That makes
    // "the parent arrives" and "a child is parked" happen one after the other, see Parking.
    // A newer version supersedes the dead letter of the same key, and any version what waits of it up to that version:
    // it carries the whole state, or is known to be older than what took effect.
    // The commit is not waited for: Delivery#settle makes all of a poll durable at once, before its positions are.
    private static final String ADVANCE =
            """
            with turn as materialized (
                   select pg_advisory_xact_lock(hashtextextended(coalesce(current_tenant(), ? || '/' || ?), 0)),
                          set_config('synchronous_commit', 'off', true)),
                 newer as (
                   insert into inbox (topic, key, version) select ?, ?, ? from turn
                   on conflict (topic, key) do update set version = excluded.version
                     where inbox.version < excluded.version
                   returning version),
                 dead as (delete from dead_letter d using newer n
                          where d.topic = ? and d.key = ? and d.version <= n.version),
                 waiting as (delete from parked p using turn where p.topic = ? and p.key = ? and p.version <= ?)
            select count(*) from newer""";

    private static final String ADVANCE_ALL =
            """
            with turn as materialized (
                   select pg_advisory_xact_lock(hashtextextended(current_tenant(), 0)),
                          set_config('synchronous_commit', 'off', true)),
                 fact as materialized (
                   select f.key, f.version from turn, unnest(?::text[], ?::bigint[]) as f(key, version)
                   order by f.key),
                 newer as (
                   insert into inbox (topic, key, version) select ?, key, version from fact
                   on conflict (topic, key) do update set version = excluded.version
                     where inbox.version < excluded.version
                   returning key, version),
                 dead as (delete from dead_letter d using newer n
                          where d.topic = ? and d.key = n.key and d.version <= n.version),
                 waiting as (delete from parked p using fact f
                             where p.topic = ? and p.key = f.key and p.version <= f.version)
            select key from newer""";

    // a commit that writes something and is waited for takes all earlier ones along to the disk
    private static final String SETTLE =
            "select set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'exchange', '')";

    private final DataSource database;

    Inbox(DataSource database) {
        this.database = database;
    }

    /** Whether this version is newer than everything known; if so it is what is known from now on. */
    boolean advance(String topic, String key, long version) {
        try (Connection connection = database.getConnection();
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            int at = 1;
            advance.setString(at++, topic);
            advance.setString(at++, key);
            advance.setString(at++, topic);
            advance.setString(at++, key);
            advance.setLong(at++, version);
            for (int laidAside = 0; laidAside < 2; laidAside++) {
                advance.setString(at++, topic);
                advance.setString(at++, key);
            }
            advance.setLong(at, version);
            return isPositive(advance);
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    /**
     * The same for several facts of one topic and institution, each of another key.
     *
     * @return the keys of those that are newer than everything known
     */
    Set<String> advanceAll(String topic, List<Arrival> arrivals) {
        try (Connection connection = database.getConnection();
                PreparedStatement advance = connection.prepareStatement(ADVANCE_ALL)) {
            Object[] keys =
                    arrivals.stream().map(arrival -> arrival.fact().key()).toArray();
            Object[] versions =
                    arrivals.stream().map(arrival -> arrival.fact().version()).toArray();
            advance.setArray(1, connection.createArrayOf("text", keys));
            advance.setArray(2, connection.createArrayOf("bigint", versions));
            for (int at = 3; at <= 5; at++) {
                advance.setString(at, topic);
            }
            Set<String> newer = new HashSet<>();
            try (ResultSet row = advance.executeQuery()) {
                while (row.next()) {
                    newer.add(row.getString(1));
                }
            }
            return newer;
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    /** Waits until everything committed so far is on disk. */
    void settle() {
        try (Connection connection = database.getConnection();
                PreparedStatement something = connection.prepareStatement(SETTLE)) {
            something.execute();
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }

    private static boolean isPositive(PreparedStatement count) throws SQLException {
        try (ResultSet result = count.executeQuery()) {
            result.next();
            return result.getLong(1) > 0;
        }
    }
}
