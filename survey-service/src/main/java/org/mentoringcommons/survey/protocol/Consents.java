package org.mentoringcommons.survey.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The consent texts of the institution worked for. They are added, never changed. */
@ApplicationScoped
public class Consents {

    private static final String COLUMNS =
            "select protocol, number, version, change, basis, summary, published_at, texts from consent c ";
    private static final String OF_PROTOCOL = COLUMNS + "where protocol = ? order by number";
    private static final String IN_FORCE = COLUMNS
            + """
             where protocol = any (?) and number = (select max(l.number) from consent l
                                                   where l.tenant = c.tenant and l.protocol = c.protocol)""";
    private static final String ADD =
            """
            insert into consent (tenant, protocol, number, version, change, basis, summary, languages, texts)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** Whoever publishes waits here for whoever publishes at the same moment, and then reads what that one did. */
    private static final String TAKE_TURN = "select 1 from protocol where id = ? for no key update";

    private final DataSource database;
    private final ObjectMapper json;

    Consents(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All versions, in their order. */
    public List<Consent> of(UUID protocol) {
        return read(OF_PROTOCOL, statement -> statement.setObject(1, protocol));
    }

    public Optional<Consent> find(UUID protocol, String version) {
        return of(protocol).stream()
                .filter(consent -> consent.version().equals(version))
                .findFirst();
    }

    /** The text in force. */
    public Consent inForce(UUID protocol) {
        return inForce(List.of(protocol)).get(protocol);
    }

    Map<UUID, Consent> inForce(Collection<UUID> protocols) {
        Map<UUID, Consent> found = new HashMap<>();
        read(
                        IN_FORCE,
                        statement -> statement.setArray(
                                1, statement.getConnection().createArrayOf("uuid", protocols.toArray())))
                .forEach(consent -> found.put(consent.protocol(), consent));
        return found;
    }

    /** Lets publications for one protocol happen one after the other until the transaction ends. */
    void takeTurn(UUID protocol) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(TAKE_TURN)) {
            lock.setObject(1, protocol);
            lock.executeQuery();
        } catch (SQLException failure) {
            throw new IllegalStateException("a protocol could not be locked", failure);
        }
    }

    /**
     * Publishes the next version; it is in force at once.
     *
     * @param inForce the one until now; null for the first
     */
    void publish(UUID protocol, Consent inForce, ConsentChange change, String summary, NewConsent wanted) {
        int number = inForce == null ? 1 : inForce.number() + 1;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, protocol);
            insert.setInt(2, number);
            insert.setString(3, wanted.version());
            insert.setString(4, change.name());
            insert.setInt(5, change == ConsentChange.TRIVIAL ? inForce.basis() : number);
            insert.setString(6, summary);
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "text",
                            wanted.texts().stream().map(ConsentText::language).toArray()));
            insert.setString(8, json.writeValueAsString(wanted.texts()));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("a consent text could not be kept", failure);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Consent> read(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            List<Consent> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Consent(
                            row.getObject(1, UUID.class),
                            row.getInt(2),
                            row.getString(3),
                            ConsentChange.valueOf(row.getString(4)),
                            row.getInt(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant(),
                            List.copyOf(json.readValue(row.getString(8), new TypeReference<List<ConsentText>>() {}))));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("consent texts could not be read", failure);
        }
    }
}
