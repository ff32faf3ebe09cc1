package org.mentoringcommons.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Remembers the newest version of each foreign aggregate that took effect; also what was laid aside meanwhile. */
@ApplicationScoped
class Inbox {

    // The advisory lock makes "the parent arrives" and "a child is parked" happen one after the other, see Parking.
    // A newer version supersedes the dead letter of the same key, and any version what waits of it up to that version:
    // it carries the whole state, or is known to be older than what took effect.
    private static final String ADVANCE =
            """
            with turn as materialized (select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 0))),
                 newer as (
                   insert into inbox (topic, key, version) select ?, ?, ? from turn
                   on conflict (topic, key) do update set version = excluded.version
                     where inbox.version < excluded.version
                   returning version),
                 dead as (delete from dead_letter d using newer n
                          where d.topic = ? and d.key = ? and d.version <= n.version),
                 waiting as (delete from parked p using turn where p.topic = ? and p.key = ? and p.version <= ?)
            select count(*) from newer""";

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

    private static boolean isPositive(PreparedStatement count) throws SQLException {
        try (ResultSet result = count.executeQuery()) {
            result.next();
            return result.getLong(1) > 0;
        }
    }
}
