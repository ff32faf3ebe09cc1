package org.mentoringcommons.deploy.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringcommons.deploy.local.Ports;

/**
 * PostgreSQL and analytics-service as built, each in its own process, without a broker and with tokens signed here: what
 * it takes to ask about ten million answers that were never sent one by one.
 */
final class AnalyticsAlone implements AutoCloseable {

    private static final String PASSWORD = "benchmark";

    private final Path data;
    private final EmbeddedPostgres postgres;
    private final Process service;
    private final Signer signer = new Signer();
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    AnalyticsAlone(Path repository, Path data, int heapMegabytes) {
        this.data = data;
        try {
            Files.createDirectories(data);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("work_mem", "64MB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("jit", "off")
                    .start();
            roles();
            int port = Ports.free().analytics();
            base = URI.create("http://127.0.0.1:" + port);
            service = start(repository, data, heapMegabytes, port);
            awaitReady();
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url() + "?user=postgres");
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    HttpResponse<String> get(String path, String token, String header, String value) {
        return send(request(path, token).header(header, value).GET().build());
    }

    /** An answer too large to make a text of. */
    HttpResponse<InputStream> stream(String path, String token, String accept) {
        return stream(path, token, accept, "identity");
    }

    /** @param coding of the answer, which is not undone */
    HttpResponse<InputStream> stream(String path, String token, String accept, String coding) {
        try {
            return http.send(
                    request(path, token)
                            .setHeader("Accept", accept)
                            .setHeader("Accept-Encoding", coding)
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A step that depends on the state it was made from. */
    HttpResponse<String> post(String path, String token, String json, String header, String value) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Processor time of the service so far. */
    Duration processor() {
        return service.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** A token for a person, with platform roles. */
    String token(String subject, String... roles) {
        return signer.token(
                subject,
                "\"realm_access\": {\"roles\": ["
                        + Arrays.stream(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(","))
                        + "]}");
    }

    /** Largest resident memory of the service so far, and the database's now, in MiB. */
    String memory() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
        long database = ProcessHandle.allProcesses()
                .filter(process -> process.pid() == postmaster
                        || process.parent().map(ProcessHandle::pid).orElse(0L) == postmaster)
                .mapToLong(process -> kilobytes(process.pid(), "/smaps_rollup", "Pss:"))
                .sum();
        return "service at most " + kilobytes(service.pid(), "/status", "VmHWM:") / 1024 + " MiB, database "
                + database / 1024 + " MiB (1 GiB of it shared buffers)";
    }

    private static long kilobytes(long pid, String file, String line) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + file)).stream()
                    .filter(found -> found.startsWith(line))
                    .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/analytics";
    }

    private void roles() throws SQLException, IOException {
        try (Connection cluster = postgres.getPostgresDatabase().getConnection()) {
            if (exists(cluster)) {
                return; // made by an earlier run
            }
            cluster.createStatement().execute("create database analytics");
        }
        try (Connection database = superuser();
                InputStream roles =
                        AnalyticsAlone.class.getResourceAsStream("/org/mentoringcommons/tenancy/database-roles.sql")) {
            database.createStatement()
                    .execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("${service}", "analytics")
                            .replace("${password}", PASSWORD));
            for (String role : new String[] {"analytics_research", "analytics_release"}) {
                database.createStatement()
                        .execute("create role " + role + " login password '" + PASSWORD + "';"
                                + " grant connect on database analytics to " + role + ";"
                                + " grant usage on schema public to " + role);
            }
        }
    }

    private static boolean exists(Connection cluster) throws SQLException {
        try (ResultSet found =
                cluster.createStatement().executeQuery("select from pg_database where datname = 'analytics'")) {
            return found.next();
        }
    }

    private Process start(Path repository, Path data, int heapMegabytes, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-jar",
                repository
                        .resolve("analytics-service/target/quarkus-app/quarkus-run.jar")
                        .toString());
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        for (String[] source :
                new String[][] {{"", "app"}, {"_RELAY", "relay"}, {"_RESEARCH", "research"}, {"_RELEASE", "release"}}) {
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_JDBC_URL", url());
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_USERNAME", "analytics_" + source[1]);
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_PASSWORD", PASSWORD);
        }
        environment.put("QUARKUS_FLYWAY_USERNAME", "analytics_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", PASSWORD);
        environment.put("EXCHANGE_ENABLED", "false");
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", signer.publicKey());
        return builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("analytics.log").toFile())
                .start();
    }

    private void awaitReady() {
        Until.holds("analytics-service to start; see its log", Duration.ofMinutes(3), () -> {
            try {
                return get("/q/health/ready", "").statusCode() == 200;
            } catch (IllegalStateException notYet) {
                return false;
            }
        });
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(20))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        service.destroy();
        try {
            service.waitFor();
            postgres.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
