package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;

/**
 * The counts kept of the bound institution, packed: a row a change and population, folded into one row every few changes.
 * So a change costs a few hundred bytes however many cells it touches, and reading costs a few rows however many changed.
 */
@ApplicationScoped
class Counts {

    private static final int CHANGES_UNTIL_FOLDED = 32;
    private static final String ADD =
            """
            insert into institution_count (tenant, instrument_key, instrument_version, population, part, counted)
            values (current_tenant(), ?, ?, ?, ?, ?)""";
    private static final String ALL =
            "select instrument_key, instrument_version, population, counted from institution_count";
    private static final String CLEAR = "delete from institution_count";

    private final DataSource database;
    private final Instruments instruments;

    Counts(DataSource database, Instruments instruments) {
        this.database = database;
        this.instruments = instruments;
    }

    /**
     * Adds a change within the transaction under way.
     *
     * @param version the institution's, made by this transaction
     * @throws IllegalStateException if folding finds that something was taken away that was never counted; the transaction
     *     is then to be rolled back
     */
    void add(long version, Changes changes) {
        try (Connection connection = database.getConnection()) {
            insert(connection, version, changes.counts());
            // what a person no longer says must not stand in an earlier change either
            if (changes.takeAway() || version % CHANGES_UNTIL_FOLDED == 0) {
                replace(version, all(connection));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the counts could not follow a response", failure);
        }
    }

    /** Lets these counts stand instead of all that is kept, within the transaction under way. */
    void replace(long version, Map<InstrumentReference, InstrumentCounts> counts) {
        try (Connection connection = database.getConnection();
                PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            counts.forEach((instrument, counted) -> requirePossible(counted));
            clear.executeUpdate();
            insert(connection, version, counts);
        } catch (SQLException failure) {
            throw new IllegalStateException("the counts could not be replaced", failure);
        }
    }

    /** All that is kept, by instrument. */
    Map<InstrumentReference, InstrumentCounts> all() {
        try (Connection connection = database.getConnection()) {
            return all(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the counts could not be read", failure);
        }
    }

    private Map<InstrumentReference, InstrumentCounts> all(Connection connection) throws SQLException {
        Map<InstrumentReference, InstrumentCounts> counts = inOrder();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                InstrumentReference instrument = new InstrumentReference(row.getString(1), row.getString(2));
                InstrumentCounts counted = counts.computeIfAbsent(
                        instrument,
                        key -> new InstrumentCounts(instruments.find(key).orElseThrow()));
                for (Population population : InstrumentCounts.POPULATIONS) {
                    if (population.word().equals(row.getString(3))) {
                        counted.of(population).add(row.getBytes(4));
                    }
                }
            }
        }
        return counts;
    }

    static Map<InstrumentReference, InstrumentCounts> inOrder() {
        return new TreeMap<>(
                Comparator.comparing(InstrumentReference::key).thenComparing(InstrumentReference::version));
    }

    private static void insert(Connection connection, long version, Map<InstrumentReference, InstrumentCounts> counts)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<InstrumentReference, InstrumentCounts> counted : counts.entrySet()) {
                for (Population population : InstrumentCounts.POPULATIONS) {
                    if (!counted.getValue().of(population).isNothing()) {
                        add.setString(1, counted.getKey().key());
                        add.setString(2, counted.getKey().version());
                        add.setString(3, population.word());
                        add.setLong(4, version);
                        add.setBytes(5, counted.getValue().of(population).packed());
                        add.addBatch();
                    }
                }
            }
            add.executeBatch();
        }
    }

    private static void requirePossible(InstrumentCounts counts) {
        if (counts.evaluated().isImpossible() || counts.consented().isImpossible()) {
            throw new IllegalStateException("fewer than nobody would be counted");
        }
    }
}
