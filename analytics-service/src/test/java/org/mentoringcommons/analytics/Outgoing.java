package org.mentoringcommons.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is about to be told to other services, and what this one has published that it tells. */
public final class Outgoing {

    private static final Path EVENTS = Path.of("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Outgoing() {}

    /** A fact about to be told. */
    public record Told(String tenant, JsonNode data) {}

    /** The facts of a key, in order. */
    public static List<Told> told(String topic, String key) throws SQLException {
        try (Connection connection = Database.asOwner();
                PreparedStatement select = connection.prepareStatement(
                        "select tenant, data from outbox where topic = ? and key = ? order by id")) {
            select.setString(1, topic);
            select.setString(2, key);
            List<Told> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Told(row.getString(1), JSON.readTree(row.getString(2))));
                }
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
            return found;
        }
    }

    /** What this service says of a topic. */
    public static JsonSchema schema(String topic) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(topic + ".schema.json"));
    }

    static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
