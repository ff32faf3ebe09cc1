package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;

/** Counts an institution's responses anew from their rows, which are the truth; the result equals what was kept. */
@ApplicationScoped
class Recount {

    // the rows of an instrument one after the other: they all have the same length
    private static final String ROWS =
            """
            select w.instrument_key, w.instrument_version, r.research, string_agg(r.answers, ''::bytea)
            from response r join wave w on w.tenant = r.tenant and w.id = r.wave
            group by w.instrument_key, w.instrument_version, r.research""";
    private static final String WRONG_WAVES =
            """
            select count(*) from wave w
              full join (select tenant, wave, count(*) as responded, count(*) filter (where research) as consented
                         from response group by tenant, wave) r on r.tenant = w.tenant and r.wave = w.id
            where w.id is null or w.responded <> coalesce(r.responded, 0) or w.consented <> coalesce(r.consented, 0)""";
    private static final String COUNT_WAVES =
            """
            update wave w set responded = coalesce(r.responded, 0), consented = coalesce(r.consented, 0)
            from wave v left join (select wave, count(*) as responded, count(*) filter (where research) as consented
                                   from response group by wave) r on r.wave = v.id
            where v.tenant = w.tenant and v.id = w.id
              and (w.responded <> coalesce(r.responded, 0) or w.consented <> coalesce(r.consented, 0))""";

    private final DataSource database;
    private final Instruments instruments;

    Recount(DataSource database, Instruments instruments) {
        this.database = database;
        this.instruments = instruments;
    }

    /** All counts of the bound institution, made from its rows; nothing is changed. */
    Map<InstrumentReference, InstrumentCounts> run() {
        Map<InstrumentReference, InstrumentCounts> counts = Counts.inOrder();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                InstrumentReference instrument = new InstrumentReference(row.getString(1), row.getString(2));
                Structure structure = instruments.find(instrument).orElseThrow();
                InstrumentCounts counted = counts.computeIfAbsent(instrument, key -> new InstrumentCounts(structure));
                boolean research = row.getBoolean(3);
                byte[] rows = row.getBytes(4);
                for (int at = 0; at < rows.length; at += structure.bytes()) {
                    counted.add(research, rows, at);
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new IllegalStateException("the responses could not be counted", failure);
        }
    }

    /** How many waves say another number of answers than there are, or have answers and are not there. */
    long wrongWaves() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WRONG_WAVES);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves' numbers could not be checked", failure);
        }
    }

    /** Lets every wave say how many answers it has. */
    void countWaves() {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(COUNT_WAVES)) {
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("the waves' numbers could not be mended", failure);
        }
    }
}
