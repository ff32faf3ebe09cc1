package org.mentoringcommons.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mentoringcommons.deploy.local.Service;

/** Everything the stack keeps outside its secrets: all tables of all services and of Keycloak, the topics, all logs. */
final class Dump {

    /** Each with somebody who may read it. */
    private static final Map<String, Service> TOPICS = Map.of(
            "institutions", Service.ANALYTICS,
            "workshops", Service.ANALYTICS,
            "waves", Service.ANALYTICS,
            "responses", Service.ANALYTICS,
            "codings", Service.ANALYTICS,
            "item-crosswalks", Service.ANALYTICS,
            "module-crosswalks", Service.ANALYTICS,
            "withdrawn-answers", Service.SURVEY,
            "results", Service.SURVEY,
            "releases", Service.SURVEY);

    private Dump() {}

    static List<Relation> of(Path stack) {
        List<Relation> stolen = new ArrayList<>();
        for (Service service : Service.values()) {
            stolen.addAll(tables(service.title(), TheStack.stack().superuserUrl(service)));
        }
        stolen.addAll(tables("keycloak", keycloakUrl()));
        TOPICS.forEach((topic, reader) -> stolen.add(topic(topic, reader)));
        stolen.addAll(logs(stack));
        return stolen;
    }

    /** It lies in the same cluster. */
    private static String keycloakUrl() {
        return TheStack.stack().superuserUrl(Service.SURVEY).replace("/" + Service.SURVEY.title() + "?", "/keycloak?");
    }

    private static List<Relation> tables(String database, String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<Relation> tables = new ArrayList<>();
            for (Map<String, String> table : rows(
                    connection, "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
                String name = table.get("tablename");
                tables.add(Relation.of(
                        database + "." + name,
                        rows(connection, "select ctid, xmin, t.* from \"" + name + "\" t order by ctid")));
            }
            return tables;
        } catch (SQLException failure) {
            throw new IllegalStateException(database, failure);
        }
    }

    private static List<Map<String, String>> rows(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (row.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.put(row.getMetaData().getColumnName(column), row.getString(column));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    private static Relation topic(String topic, Service reader) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : Log.readAll(reader, topic)) {
            Map<String, String> cells = new HashMap<>();
            cells.put("key", record.key());
            cells.put("partition", Integer.toString(record.partition()));
            cells.put("offset", Long.toString(record.offset()));
            cells.put("timestamp", Long.toString(record.timestamp()));
            cells.put("value", record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
            record.headers()
                    .forEach(header -> cells.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            rows.add(cells);
        }
        return Relation.of("topic " + topic, rows);
    }

    private static List<Relation> logs(Path stack) {
        try (Stream<Path> files = Files.walk(stack)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(Dump::log)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Relation log(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            List<Map<String, String>> rows = new ArrayList<>();
            lines.forEach(line -> rows.add(Map.of("line", Integer.toString(rows.size()), "text", line)));
            return Relation.of("log " + file.getFileName(), rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
