package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.wave.Waves;

/** Counts an institution's responses anew from their rows, which are the truth; the result equals what was kept. */
@ApplicationScoped
class Recount {

    private static final String WAVES = "select id, instrument_key, instrument_version, responded, consented from wave";
    // the rows of a wave one after the other: they all have the same length
    private static final String ROWS =
            "select wave, research, string_agg(answers, ''::bytea) from response group by wave, research";

    private final DataSource database;
    private final Instruments instruments;

    Recount(DataSource database, Instruments instruments) {
        this.database = database;
        this.instruments = instruments;
    }

    /**
     * What the rows give.
     *
     * @param counts by instrument
     * @param corrections of the waves that say another number of answers than there are
     * @param withoutWave how many groups of answers there are whose wave is not there
     */
    record Made(Map<InstrumentReference, InstrumentCounts> counts, List<Waves.Answered> corrections, long withoutWave) {
        boolean wavesAgree() {
            return corrections.isEmpty() && withoutWave == 0;
        }
    }

    /** A wave with what it says that has not been met among the rows. */
    private static final class Told {
        private final InstrumentReference instrument;
        private long responded;
        private long consented;

        private Told(InstrumentReference instrument, long responded, long consented) {
            this.instrument = instrument;
            this.responded = responded;
            this.consented = consented;
        }

        private void met(long people, boolean research) {
            responded -= people;
            consented -= research ? people : 0;
        }
    }

    /** All counts of the bound institution, made from its rows, each read once; nothing is changed. */
    Made run() {
        Map<InstrumentReference, InstrumentCounts> counts = Counts.inOrder();
        Map<InstrumentReference, Structure> structures = new HashMap<>();
        long withoutWave = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            Map<UUID, Told> waves = waves(connection);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Told wave = waves.get(row.getObject(1, UUID.class));
                    if (wave == null) {
                        withoutWave++;
                        continue;
                    }
                    Structure structure = structures.computeIfAbsent(
                            wave.instrument, key -> instruments.find(key).orElseThrow());
                    InstrumentCounts counted =
                            counts.computeIfAbsent(wave.instrument, key -> new InstrumentCounts(structure));
                    boolean research = row.getBoolean(2);
                    byte[] rows = row.getBytes(3);
                    for (int at = 0; at < rows.length; at += structure.bytes()) {
                        counted.add(research, rows, at);
                    }
                    wave.met(rows.length / structure.bytes(), research);
                }
            }
            return new Made(counts, corrections(waves), withoutWave);
        } catch (SQLException failure) {
            throw new IllegalStateException("the responses could not be counted", failure);
        }
    }

    private static Map<UUID, Told> waves(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAVES);
                ResultSet row = select.executeQuery()) {
            Map<UUID, Told> waves = new HashMap<>();
            while (row.next()) {
                waves.put(
                        row.getObject(1, UUID.class),
                        new Told(
                                new InstrumentReference(row.getString(2), row.getString(3)),
                                row.getLong(4),
                                row.getLong(5)));
            }
            return waves;
        }
    }

    private static List<Waves.Answered> corrections(Map<UUID, Told> waves) {
        return waves.entrySet().stream()
                .filter(wave -> wave.getValue().responded != 0 || wave.getValue().consented != 0)
                .map(wave -> new Waves.Answered(
                        wave.getKey(), -wave.getValue().responded, -wave.getValue().consented, false, false))
                .toList();
    }
}
