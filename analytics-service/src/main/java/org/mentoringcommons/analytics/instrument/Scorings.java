package org.mentoringcommons.analytics.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The scoring decisions about instruments: numbered, never changed, the last one counts. */
@ApplicationScoped
class Scorings {

    private static final String ALL =
            """
            select number, missing, minimum, reason, decided_at from scoring
            where instrument_key = ? and instrument_version = ? order by number""";
    private static final String ADD =
            """
            insert into scoring (number, instrument_key, instrument_version, missing, reason, decided_by, decided_at,
                                 minimum)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String RECOUNT = "call recount_all_with(?, ?)";

    private final DataSource database;

    Scorings(DataSource database) {
        this.database = database;
    }

    Optional<Scoring> last(InstrumentReference instrument) {
        List<Scoring> all = of(instrument);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<Scoring> of(InstrumentReference instrument) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, instrument.key());
            select.setString(2, instrument.version());
            List<Scoring> scorings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    scorings.add(new Scoring(
                            row.getInt(1),
                            Missing.of(row.getString(2)),
                            row.getObject(3, Integer.class),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return scorings;
        } catch (SQLException failure) {
            throw new IllegalStateException("the scoring decisions could not be read", failure);
        }
    }

    /** Adds a decision and has everybody who asks with the instrument counted anew, in the transaction under way. */
    void decide(InstrumentReference instrument, Scoring scoring, String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setInt(1, scoring.number());
            add.setString(2, instrument.key());
            add.setString(3, instrument.version());
            add.setString(4, scoring.missing().word());
            add.setString(5, scoring.reason());
            add.setString(6, subject);
            add.setObject(7, scoring.decidedAt().atOffset(ZoneOffset.UTC));
            add.setObject(8, scoring.minimum(), Types.INTEGER);
            add.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the scoring decision could not be kept", failure);
        }
        recount(instrument);
    }

    /** Has everybody who asks with the instrument counted anew, in the transaction under way. */
    void recount(InstrumentReference instrument) {
        try (Connection connection = database.getConnection();
                PreparedStatement recount = connection.prepareStatement(RECOUNT)) {
            recount.setString(1, instrument.key());
            recount.setString(2, instrument.version());
            recount.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("counts could not be declared due", failure);
        }
    }
}
