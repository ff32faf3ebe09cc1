package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One database for each service and one for Keycloak, with the roles that production has. */
final class Databases {
    private static final String ROLES = "/org/mentoringcommons/tenancy/database-roles.sql";

    private static final String ROLE = "select 1 from pg_roles where rolname = ?";

    private final Postgres postgres;
    private final Secrets secrets;

    Databases(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Makes what is missing; repeating it changes nothing, also after a crash in between. */
    void prepare() {
        try (Connection cluster = DriverManager.getConnection(postgres.superuserUrl("postgres"))) {
            for (Service service : Service.values()) {
                createDatabase(cluster, service.title());
            }
            createDatabase(cluster, "keycloak");
            for (Service service : Service.values()) {
                createRoles(service);
            }
            if (!exists(cluster, ROLE, "keycloak")) {
                execute(
                        cluster,
                        """
                        begin;
                        create role keycloak login password '%s';
                        alter database keycloak owner to keycloak;
                        revoke all on database keycloak from public;
                        commit;
                        """
                                .formatted(password("keycloak")));
            }
        } catch (SQLException | IOException e) {
            throw new LaunchFailure("Cannot prepare the databases.", e);
        }
    }

    String password(String database) {
        return secrets.password("database." + database);
    }

    private void createRoles(Service service) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(postgres.superuserUrl(service.title()))) {
            if (!exists(database, ROLE, service.title() + "_owner")) {
                database.setAutoCommit(false);
                execute(
                        database,
                        template()
                                .replace("${service}", service.title())
                                .replace("${password}", password(service.title())));
                database.commit();
                database.setAutoCommit(true);
            }
            if (service == Service.ANALYTICS) {
                // what a study may see across institutions, and what its releases were counted from; what each may do
                // is
                // in the service's own migrations
                createRole(database, service, "research");
                createRole(database, service, "release");
            }
        }
    }

    private void createRole(Connection database, Service service, String name) throws SQLException {
        String role = service.title() + "_" + name;
        if (!exists(database, ROLE, role)) {
            execute(
                    database,
                    """
                    begin;
                    create role %1$s login password '%2$s';
                    grant connect on database %3$s to %1$s;
                    grant usage on schema public to %1$s;
                    commit;
                    """
                            .formatted(role, password(service.title()), service.title()));
        }
    }

    private static void createDatabase(Connection cluster, String name) throws SQLException {
        if (!exists(cluster, "select 1 from pg_database where datname = ?", name)) {
            execute(cluster, "create database " + name);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String template() throws IOException {
        try (InputStream roles = Databases.class.getResourceAsStream(ROLES)) {
            return new String(roles.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
