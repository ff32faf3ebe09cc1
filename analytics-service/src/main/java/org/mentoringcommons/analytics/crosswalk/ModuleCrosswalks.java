package org.mentoringcommons.analytics.crosswalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** All crosswalks from modules to scales that have arrived, every number of each. */
@ApplicationScoped
public class ModuleCrosswalks {

    private static final String FIND = "select content from module_crosswalk where key = ? and number = ?";
    private static final String ADD =
            "insert into module_crosswalk (key, number, content) values (?, ?, ?) on conflict do nothing";
    private static final String RAISE = "call raise_all_teaching(?)";

    private final DataSource database;
    private final ObjectMapper json;

    ModuleCrosswalks(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** {@return it, once it has arrived} */
    public Optional<ModuleCrosswalk> find(CrosswalkReference reference) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, reference.key());
            select.setInt(2, reference.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(json.readValue(row.getString(1), ModuleCrosswalk.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("a crosswalk could not be read", failure);
        }
    }

    /**
     * Keeps one, and has what was computed without it computed anew.
     *
     * @return false if another is known under this number; nothing is changed then
     */
    boolean add(String key, ModuleCrosswalk told) {
        if (!key.equals(told.key() + "/" + told.number())) {
            return false;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement raise = connection.prepareStatement(RAISE)) {
            add.setString(1, told.key());
            add.setInt(2, told.number());
            add.setString(3, json.writeValueAsString(told));
            if (add.executeUpdate() == 1) {
                raise.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                told.curricula().stream()
                                        .map(ModuleCrosswalk.Edition::curriculum)
                                        .toArray()));
                raise.execute();
                return true;
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("a crosswalk could not be kept", failure);
        }
        return find(new CrosswalkReference(told.key(), told.number())).equals(Optional.of(told));
    }
}
