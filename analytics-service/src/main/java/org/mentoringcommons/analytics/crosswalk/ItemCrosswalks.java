package org.mentoringcommons.analytics.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** All item crosswalks of the platform that have arrived. */
@ApplicationScoped
public class ItemCrosswalks {

    private static final String ALL = "select content from item_crosswalk order by key";
    private static final String KNOWN = "select content from item_crosswalk where key = ?";
    private static final String ADD = "insert into item_crosswalk (key, content) values (?, ?) on conflict do nothing";
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtext('item_crosswalk'))";
    private static final String RAISE = "call raise_all_asking(?, ?)";

    private final DataSource database;
    private final ObjectMapper json;

    ItemCrosswalks(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** {@return all of them, in the order of their keys} */
    public List<ItemCrosswalk> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            return read(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("the item crosswalks could not be read", failure);
        }
    }

    /**
     * Keeps one, and has what was pooled without it computed anew: also of versions that it joins through others. They are
     * kept one after the other, because two that did not see each other would not see what they join together.
     *
     * @return false if another is known by this key; nothing is changed then
     */
    boolean add(String key, ItemCrosswalk told) {
        try (Connection connection = database.getConnection();
                PreparedStatement oneByOne = connection.prepareStatement(ONE_BY_ONE);
                PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement all = connection.prepareStatement(ALL);
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            oneByOne.execute();
            add.setString(1, key);
            add.setString(2, json.writeValueAsString(told));
            if (add.executeUpdate() == 1) {
                for (InstrumentReference asked : joined(told, read(all))) {
                    raise(connection, asked);
                }
                return true;
            }
            select.setString(1, key);
            return read(select).equals(List.of(told));
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("an item crosswalk could not be kept", failure);
        }
    }

    /** The versions of a crosswalk, and all that crosswalks lead to from there, whatever items they name. */
    private static Set<InstrumentReference> joined(ItemCrosswalk told, List<ItemCrosswalk> all) {
        Set<InstrumentReference> joined = new LinkedHashSet<>(List.of(told.from(), told.to()));
        int before;
        do {
            before = joined.size();
            for (ItemCrosswalk other : all) {
                if (joined.contains(other.from()) || joined.contains(other.to())) {
                    joined.add(other.from());
                    joined.add(other.to());
                }
            }
        } while (joined.size() > before);
        return joined;
    }

    private static void raise(Connection connection, InstrumentReference asked) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
            raise.setString(1, asked.key());
            raise.setString(2, asked.version());
            raise.execute();
        }
    }

    private List<ItemCrosswalk> read(PreparedStatement select) throws SQLException {
        List<ItemCrosswalk> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(json.readValue(row.getString(1), ItemCrosswalk.class));
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored crosswalk cannot be read", unreadable);
        }
        return found;
    }
}
