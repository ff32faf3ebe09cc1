package org.mentoringcommons.survey.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** What is asked under the protocols of the institution worked for, besides the survey right after a workshop. */
@ApplicationScoped
public class Askings {

    private static final String OF_PROTOCOL =
            "select occasion, instrument_key, instrument_version from asking where protocol = ? order by occasion";
    private static final String DECLARE =
            """
            insert into asking (tenant, protocol, occasion, instrument_key, instrument_version)
            values (current_tenant(), ?, ?, ?, ?)
            on conflict (tenant, protocol, occasion) do update
              set instrument_key = excluded.instrument_key, instrument_version = excluded.instrument_version""";

    private final DataSource database;

    Askings(DataSource database) {
        this.database = database;
    }

    /** With which instrument, by occasion. */
    public Map<Occasion, InstrumentReference> of(UUID protocol) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_PROTOCOL)) {
            select.setObject(1, protocol);
            Map<Occasion, InstrumentReference> found = new EnumMap<>(Occasion.class);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            Occasion.valueOf(row.getString(1)),
                            new InstrumentReference(row.getString(2), row.getString(3)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("what is asked could not be read", failure);
        }
    }

    void declare(UUID protocol, Occasion occasion, InstrumentReference instrument) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DECLARE)) {
            insert.setObject(1, protocol);
            insert.setString(2, occasion.name());
            insert.setString(3, instrument.key());
            insert.setString(4, instrument.version());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("what is asked could not be kept", failure);
        }
    }
}
