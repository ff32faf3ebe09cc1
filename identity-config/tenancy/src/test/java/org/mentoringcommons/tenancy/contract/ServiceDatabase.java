package org.mentoringcommons.tenancy.contract;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The surroundings of one service under test: a real PostgreSQL with the service's own roles, and a key pair that signs
 * the tests' tokens. Kafka stays out; a test that needs events delivers them itself or starts a broker.
 *
 * <p>Use: {@code @QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value =
 * "curriculum"))}.
 */
public class ServiceDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String ROLES = "/org/mentoringcommons/tenancy/database-roles.sql";
    private static final String PASSWORD = "test";
    /** The default of ten seconds is short on a machine that builds something else as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private String service;
    private String alsoRoles;
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
        alsoRoles = arguments.getOrDefault("roles", "");
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
            execute("postgres", "create database " + service);
            execute(service, rolesSql());
            for (String role : alsoRoles.split(",")) {
                if (!role.isBlank()) {
                    execute(
                            service,
                            "create role " + role + " login password '" + PASSWORD + "'; grant connect on database "
                                    + service + " to " + role + "; grant usage on schema public to " + role);
                }
            }
            return configuration();
        } catch (IOException | SQLException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException("the service's database did not start", failure);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> configuration() throws NoSuchAlgorithmException {
        KeyPair keys = rsaKeys();
        Map<String, String> settings = new HashMap<>();
        datasource(settings, "", service + "_app");
        datasource(settings, "relay.", service + "_relay");
        for (String role : alsoRoles.split(",")) {
            if (!role.isBlank()) {
                datasource(settings, role.substring(service.length() + 1) + ".", role);
            }
        }
        settings.put("quarkus.flyway.username", service + "_owner");
        settings.put("quarkus.flyway.password", PASSWORD);
        settings.put("test.database.url", url());
        settings.put("test.database.superuser-url", url() + "?user=postgres");
        settings.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        settings.put(
                "test.signing-key",
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        settings.put("exchange.enabled", "false");
        return settings;
    }

    private void datasource(Map<String, String> settings, String name, String role) {
        settings.put("quarkus.datasource." + name + "jdbc.url", url());
        settings.put("quarkus.datasource." + name + "username", role);
        settings.put("quarkus.datasource." + name + "password", PASSWORD);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + service;
    }

    private String rolesSql() throws IOException {
        try (InputStream sql = ServiceDatabase.class.getResourceAsStream(ROLES)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${service}", service)
                    .replace("${password}", PASSWORD);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static KeyPair rsaKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
