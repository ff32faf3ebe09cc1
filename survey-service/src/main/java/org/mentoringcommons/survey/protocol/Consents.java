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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

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
    /** Those under which answers are taken while this one is in force, the authoritative language of each first. */
    private static final String TAKEN =
            """
            select c.version, l.language
            from consent n
              join consent c on c.tenant = n.tenant and c.protocol = n.protocol and c.number between n.basis and n.number
              cross join unnest(c.languages) with ordinality l(language, place)
            where n.protocol = ? and n.number = ?
            order by c.number desc, l.place""";

    private static final String ADD =
            """
            insert into consent (tenant, protocol, number, version, change, basis, summary, languages, texts)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** Whoever publishes waits here for whoever publishes at the same moment, and then reads what that one did. */
    private static final String TAKE_TURN = "select 1 from protocol where id = ? for no key update";

    private static final int REMEMBERED = 10_000;

    /** What never changes: which text was the so many-th of a protocol. */
    private record Place(Optional<Tenant> institution, UUID protocol, int number) {}

    private final DataSource database;
    private final ObjectMapper json;
    private final TenantBinding binding;
    private final Map<Place, List<ConsentReference>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, List<ConsentReference>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    Consents(DataSource database, ObjectMapper json, TenantBinding binding) {
        this.database = database;
        this.json = json;
        this.binding = binding;
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

    /**
     * The texts under which an answer is taken while the one of this number is in force: that one first, each in its
     * authoritative language first. Texts are never changed, so the latest used are remembered.
     *
     * @param inForce its number, as another transaction has committed it
     */
    public List<ConsentReference> taken(UUID protocol, int inForce) {
        Place place = new Place(binding.tenant(), protocol, inForce);
        List<ConsentReference> remembered = known.get(place);
        if (remembered != null) {
            return remembered;
        }
        List<ConsentReference> found = readTaken(protocol, inForce);
        known.put(place, found);
        return found;
    }

    private List<ConsentReference> readTaken(UUID protocol, int inForce) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setObject(1, protocol);
            select.setInt(2, inForce);
            List<ConsentReference> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ConsentReference(row.getString(1), row.getString(2)));
                }
            }
            return List.copyOf(found);
        } catch (SQLException failure) {
            throw new IllegalStateException("consent texts could not be read", failure);
        }
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
