package org.mentoringcommons.survey.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** All crosswalks of the platform. */
@ApplicationScoped
class Crosswalks {

    private static final String COLUMNS =
            "select from_key, from_version, to_key, to_version, source, same from crosswalk ";
    private static final String FIND =
            COLUMNS + "where from_key = ? and from_version = ? and to_key = ? and to_version = ?";
    private static final String OF_VERSION = COLUMNS
            + """
                    where ? in (from_key, to_key) and ((from_key, from_version) = (?, ?) or (to_key, to_version) = (?, ?))
                    order by from_key, from_version, to_key, to_version""";
    private static final String ADD =
            """
            insert into crosswalk (from_key, from_version, to_key, to_version, source, same) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final DataSource database;
    private final ObjectMapper json;
    private final Outbox outbox;

    Crosswalks(DataSource database, ObjectMapper json, Outbox outbox) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
    }

    Optional<Crosswalk> find(InstrumentReference from, InstrumentReference to) {
        return read(FIND, from.key(), from.version(), to.key(), to.version()).stream()
                .findFirst();
    }

    /** Those from or to this version. */
    List<Crosswalk> of(InstrumentReference version) {
        String key = version.key();
        return read(OF_VERSION, key, key, version.version(), key, version.version());
    }

    /** Keeps it, and lets it be told, in the transaction under way; {@return whether it was not there before} */
    boolean add(NewCrosswalk wanted) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, wanted.from().key());
            insert.setString(2, wanted.from().version());
            insert.setString(3, wanted.to().key());
            insert.setString(4, wanted.to().version());
            insert.setString(5, wanted.source());
            insert.setString(6, json.writeValueAsString(wanted.same()));
            boolean added = insert.executeUpdate() == 1;
            if (added) {
                outbox.append(CrosswalkFact.of(wanted));
            }
            return added;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("a crosswalk could not be kept", failure);
        }
    }

    private List<Crosswalk> read(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                select.setString(index + 1, values[index]);
            }
            List<Crosswalk> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Crosswalk(
                            new InstrumentReference(row.getString(1), row.getString(2)),
                            new InstrumentReference(row.getString(3), row.getString(4)),
                            row.getString(5),
                            json.readValue(row.getString(6), new TypeReference<List<SameItem>>() {})));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("crosswalks could not be read", failure);
        }
    }
}
