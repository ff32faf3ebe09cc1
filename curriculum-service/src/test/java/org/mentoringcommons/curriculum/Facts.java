package org.mentoringcommons.curriculum;

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

/** What waits in the outbox, read as the database's owner since the service itself may not. */
public final class Facts {

    /** A fact about to be told. */
    public record Told(String topic, String type, long version, String tenant, JsonNode data) {}

    private Facts() {}

    public static List<Told> about(String key) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("test.database.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                PreparedStatement select = connection.prepareStatement(
                        "select topic, type, version, tenant, data from outbox where key = ? order by id")) {
            select.setString(1, key);
            List<Told> told = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.add(new Told(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5) == null ? null : new ObjectMapper().readTree(row.getString(5))));
                }
            }
            return told;
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
