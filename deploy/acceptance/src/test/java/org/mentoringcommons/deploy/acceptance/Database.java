package org.mentoringcommons.deploy.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.deploy.local.Service;

/** The services' databases as their superuser sees them, or as the services themselves do. */
final class Database {

    private Database() {}

    static long count(Service service, String query) {
        return Long.parseLong(
                column(TheStack.stack().superuserUrl(service), "", query).get(0));
    }

    static List<String> names(Service service, String query) {
        return column(TheStack.stack().superuserUrl(service), "", query);
    }

    /** Changes something as the superuser, to make a part fail. */
    static void execute(Service service, String sql) {
        try (Connection connection =
                DriverManager.getConnection(TheStack.stack().superuserUrl(service))) {
            connection.createStatement().execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first row's first column, asked as the service's own role, bound to the institution. */
    static long countAsApp(Service service, String tenant, String query) {
        return Long.parseLong(
                column(TheStack.stack().roleUrl(service, "app"), tenant, query).get(0));
    }

    private static List<String> column(String url, String tenant, String query) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("select set_config('app.tenant', '" + tenant + "', false)");
            try (ResultSet rows = connection.createStatement().executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
