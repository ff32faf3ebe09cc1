package org.mentoringcommons.deploy.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A release of a whole nation, audited: counted, suppressed, frozen and read, by a service whose heap is a gigabyte; beside a
 * static file of the same bytes.
 */
final class ManyReleases {

    private static final int HEAP = 1_024;
    private static final int HUBS = 60;
    private static final int ANSWERS_AN_INSTITUTION = 167;
    private static final int READINGS = 300;
    /** So many institutions there are for one that agreed to be named. */
    private static final int ONE_IN = 3;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String STUDY = "/analytics/v1/studies/nation";
    private static final Pattern ID = Pattern.compile("\"id\":\"([-\\w]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

    private final AnalyticsAlone analytics;
    private final SyntheticRows rows;
    private final String drafter;
    private final String approver;

    private ManyReleases(AnalyticsAlone analytics, SyntheticRows rows) {
        this.analytics = analytics;
        this.rows = rows;
        this.drafter = analytics.token("drafter");
        this.approver = analytics.token("approver");
    }

    /** @param institutions how many there are, one measurement for each number */
    static void measure(Path repository, Path data, List<Integer> institutions) {
        for (int many : institutions) {
            SyntheticRows rows = new SyntheticRows((long) many * ANSWERS_AN_INSTITUTION, many);
            try (AnalyticsAlone analytics = new AnalyticsAlone(repository, data.resolve("of-" + many), HEAP)) {
                new ManyReleases(analytics, rows).run(many);
            } catch (SQLException | IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void run(int institutions) throws SQLException, IOException {
        Table.begin((long) institutions * ANSWERS_AN_INSTITUTION + " answers at " + institutions + " institutions of "
                + Math.min(HUBS, institutions) + " hubs");
        try (Connection database = analytics.superuser()) {
            rows.load(database);
            spread(database);
            declare(database);
            Until.holds("everything to be counted", LONGEST, () -> none(database));
        }
        String document = released("first release, from asking to audited");
        released("second release of the same answers");
        read(document);
        Table.row("memory", analytics.memory());
    }

    /** Hubs, kinds, modes, curricula and years, some of which some hubs alone have. */
    private static void spread(Connection database) throws SQLException {
        for (String statement : List.of(
                "update institution set hub = 'hub-' || (hashtext(id) & 1023) % " + HUBS
                        + ", kind = (array['university', 'college', 'institute'])[1 + (hashtext(id) & 255) % 3]",
                "update workshop set curriculum = case when (hashtext(tenant) & 1023) % " + HUBS
                        + " < 6 then 'rare' when hashtext(id::text) % 3 = 0 then 'other' else 'synthetic' end",
                "update workshop set ended_at = timestamptz '2023-01-15' + (abs(hashtext(id::text)) % 1000) * interval '1 day'",
                "analyze")) {
            database.createStatement().execute(statement);
        }
    }

    private void declare(Connection database) throws SQLException {
        String gains = Mca.scales().stream().map(scale -> "\"" + scale + "\"").collect(Collectors.joining(", "));
        require(
                201,
                analytics.post(
                        "/analytics/v1/studies",
                        analytics.token("operator", "platform-operator"),
                        """
                        {"key": "nation", "title": "A nation", "purpose": "to measure", "agreement": "Shared.", "ahead": true,
                         "population": "consented", "team": ["drafter", "approver"],
                         "inclusion": {"curricula": ["synthetic", "other", "rare"], "minimumMinutes": 0,
                           "audiences": ["mentee", "mentor"], "instruments": [{"key": "%s", "version": "%s"}]},
                         "tables": {"workshops": [{"row": "analysed", "count": "analysed"}],
                           "participants": [{"section": "careers", "item": "career"}],
                           "satisfaction": [{"row": "valuable", "item": "valuable", "favourable": ["Yes"]}],
                           "gains": [%s],
                           "comparison": {"section": "career_comparison", "item": "career", "groups": ["student", "postdoc"]}}}"""
                                .formatted(Mca.KEY, Mca.VERSION, gains)));
        database.createStatement()
                .execute("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                        + " select gen_random_uuid(), 'nation', id, 1, 'x', now() from institution");
        database.createStatement()
                .execute("insert into site_agreement (id, study, institution, text_version, agreed_by, agreed_at)"
                        + " select gen_random_uuid(), 'nation', id, 1, 'x', now() from institution"
                        + " where hashtext(id || 'named') % " + ONE_IN + " = 0");
    }

    private static boolean none(Connection database) {
        try (ResultSet row = database.createStatement()
                .executeQuery("select count(*) from institution_version where recount_due"
                        + " or packed_version is distinct from version")) {
            row.next();
            return row.getLong(1) == 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return where it is read} */
    private String released(String name) {
        HttpResponse<String> drafted = analytics.post(STUDY + "/releases", drafter, "{\"purpose\": \"to measure\"}");
        String address = STUDY + "/releases/" + one(ID, require(201, drafted).body());
        Duration before = analytics.processor();
        Table.time(name, () -> {
            step(drafter, address, "computation", 202);
            Until.holds("the audit", LONGEST, () -> {
                String state = analytics.get(address, drafter).body();
                if (state.contains("\"failed\"") || state.contains("\"refused\"")) {
                    throw new IllegalStateException(state);
                }
                return state.contains("\"audited\"");
            });
        });
        Table.row(
                "  of which processor time of the service",
                String.format(
                        Locale.ROOT,
                        "%.1f s",
                        analytics.processor().minus(before).toMillis() / 1000.0));
        step(approver, address, "approval", 200);
        String frozen = step(drafter, address, "freezing", 201).body();
        return "/analytics/v1/releases/" + one(NUMBER, frozen);
    }

    private HttpResponse<String> step(String who, String address, String step, int expected) {
        String tag = analytics.get(address, who).headers().firstValue("ETag").orElseThrow();
        return require(expected, analytics.post(address + "/" + step, who, "", "If-Match", tag));
    }

    private void read(String document) throws IOException {
        String analyst = analytics.token("analyst", "analyst");
        String body = require(200, analytics.get(document, analyst)).body();
        Table.row("  the document as JSON", body.length() / 1_000 + " kB");
        Table.percentiles("reading it", READINGS, () -> require(200, analytics.get(document, analyst)));
        Path file = Files.createTempFile("release", ".json");
        HttpServer files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            Files.writeString(file, body);
            files.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
                exchange.close();
            });
            files.start();
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + files.getAddress().getPort() + "/"))
                    .build();
            Table.percentiles("reading a static file of the same bytes", READINGS, () -> fetch(http, request));
        } finally {
            files.stop(0);
            Files.delete(file);
        }
    }

    private static void fetch(HttpClient http, HttpRequest request) {
        try {
            require(200, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpResponse<String> require(int expected, HttpResponse<String> answer) {
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String one(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not as expected");
        }
        return matcher.group(1);
    }
}
