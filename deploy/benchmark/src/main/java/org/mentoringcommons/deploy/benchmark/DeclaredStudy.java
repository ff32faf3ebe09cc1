package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A study over all institutions, read by its one member over HTTP as a tool would: told to come back, it does. */
final class DeclaredStudy {

    private static final Pattern WATERMARK = Pattern.compile("\"watermark\":\"(\\w+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([-\\w]+)\"");
    private static final int BEGINNING = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final AnalyticsAlone analytics;
    private final String path;
    private final String member;
    private long size;

    private DeclaredStudy(AnalyticsAlone analytics, String key) {
        this.analytics = analytics;
        this.path = "/analytics/v1/studies/" + key;
        this.member = analytics.token("member");
    }

    /** One that was declared before. */
    static DeclaredStudy of(AnalyticsAlone analytics, String key) {
        return new DeclaredStudy(analytics, key);
    }

    static DeclaredStudy declare(AnalyticsAlone analytics, Connection database, String key, int minimumMinutes)
            throws SQLException {
        String gains = Mca.scales().stream().map(scale -> "\"" + scale + "\"").collect(Collectors.joining(", "));
        HttpResponse<String> declared = analytics.post(
                "/analytics/v1/studies",
                analytics.token("operator", "platform-operator"),
                """
                {"key": "%s", "title": "At scale", "purpose": "to measure", "agreement": "Shared.", "ahead": true,
                 "population": "consented", "team": ["member"],
                 "inclusion": {"curricula": ["%s"], "minimumMinutes": %d, "audiences": ["mentee"],
                   "instruments": [{"key": "%s", "version": "%s"}]},
                 "tables": {"workshops": [{"row": "analysed", "count": "analysed"}, {"row": "consented", "count": "consented"}],
                   "participants": [{"section": "careers", "item": "career"}],
                   "satisfaction": [{"row": "valuable", "item": "valuable", "favourable": ["Yes"]}],
                   "gains": [%s],
                   "comparison": {"section": "career_comparison", "item": "career", "groups": ["student", "postdoc"]}}}"""
                        .formatted(key, SyntheticRows.CURRICULUM, minimumMinutes, Mca.KEY, Mca.VERSION, gains));
        if (declared.statusCode() != 201) {
            throw new IllegalStateException(declared.body());
        }
        database.createStatement()
                .execute("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                        + " select gen_random_uuid(), '" + key + "', id, 1, 'x', now() from institution");
        return new DeclaredStudy(analytics, key);
    }

    /** Reads the report as it stands, however often that takes asking; {@return the state it is of} */
    String report() {
        return reportOtherThan("");
    }

    /** Reads until the report is of another state than one read before. */
    String reportOtherThan(String watermark) {
        String[] found = {""};
        Until.holds("the report", LONGEST, () -> {
            HttpResponse<InputStream> read = analytics.stream(path + "/report", member, "application/json");
            byte[] beginning = new byte[BEGINNING];
            int begun = readAll(read.body(), beginning);
            if (read.statusCode() == 200) {
                found[0] = one(WATERMARK, new String(beginning, 0, begun, StandardCharsets.UTF_8));
            } else if (read.statusCode() != 202) {
                throw new IllegalStateException(new String(beginning, 0, begun, StandardCharsets.UTF_8));
            }
            return !found[0].isEmpty() && !found[0].equals(watermark);
        });
        return found[0];
    }

    /** How many bytes the report has as JSON. */
    long size() {
        readAll(analytics.stream(path + "/report", member, "application/json").body(), new byte[BEGINNING]);
        return size;
    }

    /** Reads the report as a browser asks for it; {@return how many bytes come} */
    long compressed() {
        HttpResponse<InputStream> read = analytics.stream(path + "/report", member, "application/json", "gzip");
        if (!read.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new IllegalStateException("answered " + read.statusCode() + ", not compressed");
        }
        readAll(read.body(), new byte[BEGINNING]);
        return size;
    }

    /** Reads to the end, keeps the beginning. */
    private int readAll(InputStream body, byte[] beginning) {
        try (body) {
            int begun = body.readNBytes(beginning, 0, beginning.length);
            size = begun;
            byte[] buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
            }
            return begun;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the report weighs as an answer to somebody who has it. */
    Runnable again() {
        String tag = analytics
                .get(path + "/report", member)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return () -> {
            if (analytics.get(path + "/report", member, "If-None-Match", tag).statusCode() != 304) {
                throw new IllegalStateException("the report changed");
            }
        };
    }

    /** Asks for a row file and fetches it; {@return its size} */
    long extract(String format) {
        HttpResponse<String> asked = analytics.post(
                path + "/extracts", member, "{\"format\": \"" + format + "\", \"purpose\": \"to measure\"}");
        if (asked.statusCode() != 202) {
            throw new IllegalStateException(asked.body());
        }
        String extract = path + "/extracts/" + one(ID, asked.body());
        Until.holds("the extract", LONGEST, () -> {
            String state = analytics.get(extract, member).body();
            if (state.contains("\"failed\"")) {
                throw new IllegalStateException(state);
            }
            return state.contains("\"ready\"");
        });
        readAll(analytics.stream(extract + "/content", member, "*/*").body(), new byte[BEGINNING]);
        return size;
    }

    private static String one(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not as expected");
        }
        return matcher.group(1);
    }
}
