package org.mentoringcommons.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is in the database, seen as its owner: the service itself sees one institution, and no outbox. */
public final class Database {

    /** A fact about to be told; {@code data} is null when its key is erased. */
    public record Told(String topic, String type, long version, String tenant, JsonNode data) {}

    private Database() {}

    /** The facts of a key, in order. */
    public static List<Told> told(String key) {
        return select("select topic, type, version, tenant, data from outbox where key = ? order by id", key).stream()
                .map(row -> new Told(
                        (String) row.get(0),
                        (String) row.get(1),
                        (Long) row.get(2),
                        (String) row.get(3),
                        row.get(4) == null ? null : json((String) row.get(4))))
                .toList();
    }

    public static long count(String from, Object... values) {
        return (Long) select("select count(*) from " + from, values).get(0).get(0);
    }

    public static List<List<Object>> select(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                List<List<Object>> rows = new ArrayList<>();
                while (row.next()) {
                    List<Object> columns = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(row.getObject(column));
                    }
                    rows.add(columns);
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void update(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    /** As the owner. */
    public static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
