package org.mentoringcommons.exchange;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at the service's database as its owner does, past what the service itself may see. */
final class Outside {

    private Outside() {}

    static Connection asOwner() throws SQLException {
        return as("quarkus.flyway.username", "quarkus.flyway.password");
    }

    static Connection asApp() throws SQLException {
        return as("quarkus.datasource.username", "quarkus.datasource.password");
    }

    static long count(String query) throws SQLException {
        try (Connection owner = asOwner();
                ResultSet result = owner.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection owner = asOwner()) {
            owner.createStatement().execute(sql);
        }
    }

    private static Connection as(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }
}
