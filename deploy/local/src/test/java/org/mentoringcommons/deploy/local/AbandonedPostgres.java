package org.mentoringcommons.deploy.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** A launcher that is killed with PostgreSQL running, as a program of its own. */
final class AbandonedPostgres {
    private AbandonedPostgres() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.forTest(Path.of(arguments[0]));
        Postgres postgres = Postgres.start(settings, Secrets.in(settings.data()));
        try (Connection connection = DriverManager.getConnection(postgres.superuserUrl("postgres"))) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        Runtime.getRuntime().halt(9);
    }
}
