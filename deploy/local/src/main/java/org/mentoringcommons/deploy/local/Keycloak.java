package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak in a process of its own, on our PostgreSQL, with the shipped realm imported at its first start. */
final class Keycloak {
    static final String REALM = "mentoring-commons";
    private static final String REALM_FILE = "/org/mentoringcommons/realm/mentoring-commons.json";
    private static final int HEAP = 256;
    /** The first start also makes a hundred tables. */
    private static final Duration START = Duration.ofMinutes(3);

    private final Settings settings;
    private final Secrets secrets;
    private final Postgres postgres;
    private final KeycloakDistribution distribution;

    Keycloak(Settings settings, Secrets secrets, Postgres postgres, KeycloakDistribution distribution) {
        this.settings = settings;
        this.secrets = secrets;
        this.postgres = postgres;
        this.distribution = distribution;
    }

    Child start() {
        Path program = distribution.ready();
        Path home = home(program);
        return Child.start(
                "keycloak",
                settings,
                home,
                Jvm.command(
                        settings.data(),
                        HEAP,
                        KeycloakDistribution.entryPoint(
                                program, home, List.of("--profile=prod", "start", "--optimized", "--import-realm"))),
                environment());
    }

    void awaitReady(Child keycloak) {
        URI configuration = url().resolve("/realms/" + REALM + "/.well-known/openid-configuration");
        keycloak.awaitReady(() -> Web.answers(configuration), START);
        prepareRealm(shippedRealm());
    }

    /** Brings the realm, which an earlier release may have left, to what this one ships and this machine needs. */
    void prepareRealm(JsonNode shipped) {
        new RealmAdministration(url(), secrets)
                .prepare(shipped, environment(), settings.ports().smtp());
    }

    static JsonNode shippedRealm() {
        try (InputStream realm = Keycloak.class.getResourceAsStream(REALM_FILE)) {
            return Web.JSON.readTree(realm);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + REALM_FILE + ".", e);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + settings.ports().keycloak());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings.passwords().environment());
        environment.put("KC_DB_URL", postgres.url("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.password("database.keycloak"));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.ports().keycloak()));
        environment.put("KC_HOSTNAME", url().toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", RealmAdministration.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("keycloak.admin"));
        environment.put("SMTP_PORT", Integer.toString(settings.ports().smtp()));
        environment.put("PROVISIONING_CLIENT_SECRET", secrets.password("client.provisioning"));
        environment.put("SURVEY_CLIENT_SECRET", secrets.password("client.survey-service"));
        return environment;
    }

    /** Keycloak writes below its home, so every state folder has one, whose programs are links into the cache. */
    private Path home(Path program) {
        Path home = settings.data().resolve("keycloak");
        try (InputStream realm = Keycloak.class.getResourceAsStream(REALM_FILE)) {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            for (String part : List.of("lib", "conf", "providers", "themes")) {
                Files.deleteIfExists(home.resolve(part));
                Files.createSymbolicLink(home.resolve(part), program.resolve(part));
            }
            Files.copy(realm, imports.resolve(REALM + ".json"), StandardCopyOption.REPLACE_EXISTING);
            return home;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot prepare " + home + ".", e);
        }
    }
}
