package org.mentoringcommons.survey.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Runs statements for the institution worked for, in the transaction under way. A collection stands for an array: of
 * uuids if these are its members, else of text. What the database refuses is a {@link PersistenceException}, so that a
 * caller is told in the same words as of everything else that is kept.
 */
@ApplicationScoped
public class Statements {

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Makes something of the row a result stands at. */
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows, in their order. */
    public <T> List<T> list(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new PersistenceException("rows could not be read", failure);
        }
    }

    /** The first row. */
    public <T> Optional<T> first(String sql, Reading<T> reading, Object... values) {
        return list(sql, reading, values).stream().findFirst();
    }

    /** {@return how many rows it changed} */
    public int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException("rows could not be changed", failure);
        }
    }

    /** The words of an array; none if there is no array. */
    public static List<String> words(ResultSet row, int column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static void set(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            if (values[index] instanceof Collection<?> many) {
                String type = many.stream().allMatch(UUID.class::isInstance) && !many.isEmpty() ? "uuid" : "text";
                statement.setArray(index + 1, connection.createArrayOf(type, many.toArray()));
            } else {
                statement.setObject(index + 1, values[index]);
            }
        }
    }
}
