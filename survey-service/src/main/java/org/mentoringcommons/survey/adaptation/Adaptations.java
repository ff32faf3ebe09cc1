package org.mentoringcommons.survey.adaptation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** The adaptations of the institution worked for. Revisions are added, never changed. */
@ApplicationScoped
class Adaptations {

    private static final String COLUMNS =
            "select a.instrument_key, a.instrument_version, a.revision, a.own, a.overlays, a.made_at from adaptation a ";
    private static final String LATEST =
            COLUMNS + "where a.instrument_key = ? and a.instrument_version = ? order by a.revision desc limit 1";
    private static final String REVISION =
            COLUMNS + "where a.instrument_key = ? and a.instrument_version = ? and a.revision = ?";
    private static final String OF_WAVE = COLUMNS
            + """
             join wave_adaptation w on (w.tenant, w.instrument_key, w.instrument_version, w.revision)
                 = (a.tenant, a.instrument_key, a.instrument_version, a.revision)
             where w.wave = ?""";
    /** The key refuses the second of two who add the same revision. */
    private static final String ADD =
            """
            insert into adaptation (tenant, instrument_key, instrument_version, revision, own, overlays)
            values (current_tenant(), ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String FIX =
            """
            insert into wave_adaptation (tenant, wave, instrument_key, instrument_version, revision)
            select current_tenant(), ?::uuid, ?::text, ?::text, max(revision) from adaptation
            where instrument_key = ? and instrument_version = ? having max(revision) is not null
            on conflict do nothing""";

    private final DataSource database;
    private final ObjectMapper json;

    Adaptations(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The revision that waves are opened with now. */
    Optional<Adaptation> latest(InstrumentReference instrument) {
        return read(LATEST, instrument.key(), instrument.version());
    }

    Optional<Adaptation> find(InstrumentReference instrument, int revision) {
        return read(REVISION, instrument.key(), instrument.version(), revision);
    }

    /** The revision this wave was opened with. */
    Optional<Adaptation> ofWave(UUID wave) {
        return read(OF_WAVE, wave);
    }

    /**
     * Adds a revision after this one.
     *
     * @return whether nobody else did at the same moment
     */
    boolean add(InstrumentReference instrument, int after, NewAdaptation wanted) {
        try {
            return update(
                            ADD,
                            instrument.key(),
                            instrument.version(),
                            after + 1,
                            json.writeValueAsString(wanted.own()),
                            json.writeValueAsString(wanted.overlays()))
                    == 1;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fixes what a wave asks: the latest revision, if there is any. */
    void fix(UUID wave, InstrumentReference instrument) {
        update(FIX, wave, instrument.key(), instrument.version(), instrument.key(), instrument.version());
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("an adaptation could not be kept", failure);
        }
    }

    private Optional<Adaptation> read(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Adaptation(
                                new InstrumentReference(row.getString(1), row.getString(2)),
                                row.getInt(3),
                                json.readValue(row.getString(4), Definition.class),
                                json.readValue(row.getString(5), new TypeReference<List<Overlay>>() {}),
                                row.getObject(6, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("an adaptation could not be read", failure);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
