package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The derived tables of the bound institution: how many responded and consented, and the pair tables. A cell that no
 * one is left in has no row, so that tables kept by changes and tables rebuilt from rows are the same to the bit.
 */
@ApplicationScoped
class Counts {

    // All counts of a workshop change one after the other, whichever instance reads which partition: without this two
    // responses that touch the same cells in different order could wait for each other.
    private static final String TAKE_TURN = "select 1 from workshop where id = ? for no key update";
    private static final String TAKE_ALL_TURNS = "select 1 from workshop order by id for no key update";
    private static final String TALLY =
            """
            merge into response_tally t
            using (select ?::uuid as workshop, ? as instrument_key, ? as instrument_version,
                          ?::bigint as responded, ?::bigint as consented) d
            on t.tenant = current_tenant() and t.workshop = d.workshop and t.instrument_key = d.instrument_key
               and t.instrument_version = d.instrument_version
            when matched and t.responded + d.responded = 0 then delete
            when matched then update set responded = t.responded + d.responded, consented = t.consented + d.consented
            when not matched then
              insert values (current_tenant(), d.workshop, d.instrument_key, d.instrument_version, d.responded,
                             d.consented)""";
    // a change that would leave fewer than nobody violates the table's check and undoes the whole transaction
    private static final String PAIRS =
            """
            merge into pair_count c
            using (select ?::uuid as workshop, ? as instrument_key, ? as instrument_version, u.*
                   from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::bigint[])
                     as u(population, kind, key, before_sum, now_sum, people)) d
            on c.tenant = current_tenant() and c.workshop = d.workshop and c.instrument_key = d.instrument_key
               and c.instrument_version = d.instrument_version and c.population = d.population and c.kind = d.kind
               and c.key = d.key and c.before_sum = d.before_sum and c.now_sum = d.now_sum
            when matched and c.people + d.people = 0 then delete
            when matched then update set people = c.people + d.people
            when not matched then
              insert values (current_tenant(), d.workshop, d.instrument_key, d.instrument_version, d.population,
                             d.kind, d.key, d.before_sum, d.now_sum, d.people)""";

    private final DataSource database;

    Counts(DataSource database) {
        this.database = database;
    }

    /**
     * Adds a contribution to a stratum within the transaction under way.
     *
     * @throws IllegalStateException if it takes away what was never counted; the transaction is then to be rolled back
     */
    void add(Stratum stratum, Contribution change) {
        if (change.isNothing()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            takeTurn(connection, stratum);
            tally(connection, stratum, change);
            if (!change.cells().isEmpty()) {
                pairs(connection, stratum, change.cells());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the counts could not follow a response", failure);
        }
    }

    /** Forgets all counts of the institution, to be counted anew; until then nothing else of it is counted. */
    void clear() {
        try (Connection connection = database.getConnection();
                PreparedStatement turns = connection.prepareStatement(TAKE_ALL_TURNS);
                PreparedStatement tallies = connection.prepareStatement("delete from response_tally");
                PreparedStatement pairs = connection.prepareStatement("delete from pair_count")) {
            turns.executeQuery();
            tallies.executeUpdate();
            pairs.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the counts could not be cleared", failure);
        }
    }

    private static void takeTurn(Connection connection, Stratum stratum) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(TAKE_TURN)) {
            lock.setObject(1, stratum.workshop());
            lock.executeQuery();
        }
    }

    private static void tally(Connection connection, Stratum stratum, Contribution change) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(TALLY)) {
            int at = bind(merge, stratum);
            merge.setLong(at++, change.responded());
            merge.setLong(at, change.consented());
            merge.executeUpdate();
        }
    }

    private static void pairs(Connection connection, Stratum stratum, Map<Cell, Long> cells) throws SQLException {
        List<Map.Entry<Cell, Long>> changes = List.copyOf(cells.entrySet());
        try (PreparedStatement merge = connection.prepareStatement(PAIRS)) {
            int at = bind(merge, stratum);
            at = bind(merge, at, "text", changes, change -> change.getKey().population());
            at = bind(
                    merge, at, "text", changes, change -> change.getKey().kind().word());
            at = bind(merge, at, "text", changes, change -> change.getKey().key());
            at = bind(merge, at, "int", changes, change -> change.getKey().before());
            at = bind(merge, at, "int", changes, change -> change.getKey().now());
            bind(merge, at, "bigint", changes, Map.Entry::getValue);
            merge.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, Stratum stratum) throws SQLException {
        int at = 1;
        statement.setObject(at++, stratum.workshop());
        statement.setString(at++, stratum.instrument().key());
        statement.setString(at++, stratum.instrument().version());
        return at;
    }

    private static int bind(
            PreparedStatement statement,
            int at,
            String type,
            List<Map.Entry<Cell, Long>> changes,
            Function<Map.Entry<Cell, Long>, Object> column)
            throws SQLException {
        Object[] values = changes.stream().map(column).toArray();
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
        return at + 1;
    }
}
