package org.mentoringcommons.analytics;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as one of its roles sees it, past the service. */
public final class Database {

    private Database() {}

    /** The owner, who sees everything. */
    public static Connection asOwner() throws SQLException {
        return connect("quarkus.flyway.username", "quarkus.flyway.password");
    }

    public static Connection asApp() throws SQLException {
        return connect("quarkus.datasource.username", "quarkus.datasource.password");
    }

    public static Connection asResearch() throws SQLException {
        return connect("quarkus.datasource.research.username", "quarkus.datasource.research.password");
    }

    public static Connection asRelease() throws SQLException {
        return connect("quarkus.datasource.release.username", "quarkus.datasource.release.password");
    }

    /** All rows of a query, each as one text. */
    public static List<String> rows(Connection connection, String query) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(column == 1 ? "" : "|").append(result.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }
}
