package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.StudyInstruments;

/** Any number of answers: counted from rows, packed, read freely, reported, and the same by SQL over rows. */
final class Scale {

    private static final String STUDY = "scale";
    private static final int READINGS = 300;
    private static final int CHANGES = 30;

    private final long responses;
    private final AnalyticsAlone analytics;
    private final SyntheticRows rows;
    private final String member;

    private Scale(long responses, AnalyticsAlone analytics) {
        this.responses = responses;
        this.analytics = analytics;
        this.rows = new SyntheticRows(responses, (int) Math.max(15, responses / 1000));
        this.member = analytics.token("member");
    }

    static void measure(Path repository, Path data, long responses) {
        // a report that nobody asked for yet holds every workshop; a small study needs no such heap
        try (AnalyticsAlone analytics = new AnalyticsAlone(repository, data, responses > 1_000_000 ? 4_096 : 512)) {
            new Scale(responses, analytics).run();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void run() throws SQLException, IOException {
        Table.begin(responses + " answers of " + rows.workshops() + " workshops at " + rows.institutions()
                + " institutions");
        try (Connection database = analytics.superuser()) {
            Table.time("loading them by COPY, indexes made after", () -> load(database));
            Table.time(
                    "rebuild of all counts of both populations from the rows, by the running service",
                    () -> awaitNone(database, "select count(*) from institution_version where recount_due"));
            Table.time(
                    "packing all institutions (in the background, once they rest)",
                    () -> awaitNone(
                            database,
                            "select count(*) from institution_version where packed_version is distinct from version"));
            declare(database);
            readFreely();
            report(database);
            bySql(database);
            Table.row("memory", analytics.memory());
        }
    }

    private void load(Connection database) {
        try {
            rows.load(database);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitNone(Connection database, String count) {
        BooleanSupplier none = () -> {
            try (ResultSet row = database.createStatement().executeQuery(count)) {
                row.next();
                return row.getLong(1) == 0;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        };
        while (!none.getAsBoolean()) {
            AnalyticsAlone.pause();
        }
    }

    private void declare(Connection database) throws SQLException {
        String gains = Mca.scales().stream().map(scale -> "\"" + scale + "\"").collect(Collectors.joining(", "));
        HttpResponse<String> declared = analytics.post(
                "/analytics/v1/studies",
                analytics.token("operator", "platform-operator"),
                """
                {"key": "%s", "title": "At scale", "purpose": "to measure", "agreement": "Shared.", "ahead": true,
                 "population": "consented", "team": ["member"],
                 "inclusion": {"curricula": ["%s"], "minimumMinutes": 240, "audiences": ["mentee"],
                   "instruments": [{"key": "%s", "version": "%s"}]},
                 "tables": {"workshops": [{"row": "analysed", "count": "analysed"}, {"row": "consented", "count": "consented"}],
                   "participants": [{"section": "careers", "item": "career"}],
                   "satisfaction": [{"row": "valuable", "item": "valuable", "favourable": ["Yes"]}],
                   "gains": [%s],
                   "comparison": {"section": "career_comparison", "item": "career", "groups": ["student", "postdoc"]}}}"""
                        .formatted(STUDY, SyntheticRows.CURRICULUM, Mca.KEY, Mca.VERSION, gains));
        if (declared.statusCode() != 201) {
            throw new IllegalStateException(declared.body());
        }
        database.createStatement()
                .execute("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                        + " select gen_random_uuid(), '" + STUDY + "', id, 1, 'x', now() from institution");
    }

    /** What a study's declaration asks for, from the rows of its workshops, on a connection of the research role. */
    private void readFreely() throws SQLException {
        Inclusion inclusion = new Inclusion(
                List.of(SyntheticRows.CURRICULUM),
                240,
                null,
                List.of("mentee"),
                null,
                List.of(Mca.REFERENCE),
                null,
                null,
                null,
                null);
        StudyInstruments instruments = new StudyInstruments(Map.of(Mca.REFERENCE, Mca.STRUCTURE));
        for (int round = 0; round < 2; round++) {
            String which = round == 0 ? ", first time" : ", again";
            try (Connection research = analytics.research()) {
                Table.time(
                        "inclusion, clustered signed-rank, ICC by mixed model (hours) and all unclustered statistics of 7"
                                + " scales from the rows" + which,
                        () -> Research.read(research, STUDY, read -> {
                            long begin = System.nanoTime();
                            Cohort cohort = read.cohort(inclusion, Map.of());
                            Table.row("  of which choosing the workshops", Table.seconds(System.nanoTime() - begin));
                            FreeReading reading = new FreeReading();
                            begin = System.nanoTime();
                            read.answers(cohort, instruments, reading);
                            Table.row(
                                    "  of which reading and summing " + reading.people() + " people of "
                                            + cohort.analysed().size() + " workshops",
                                    Table.seconds(System.nanoTime() - begin));
                            begin = System.nanoTime();
                            reading.compute();
                            Table.row("  of which the tests", Table.seconds(System.nanoTime() - begin));
                            return null;
                        }));
            }
        }
    }

    private void report(Connection database) throws SQLException {
        Table.time("full study-team report, first time", this::report);
        Table.percentiles("full study-team report, unchanged", READINGS, this::report);
        if (responses > 100_000) {
            change(database, 0);
            Table.time("full study-team report after one more answer", this::report);
            return;
        }
        int[] number = {0};
        Table.percentiles("full study-team report after one more answer each", CHANGES, () -> {
            change(database, number[0]++);
            report();
        });
    }

    private void report() {
        HttpResponse<String> read = analytics.get("/analytics/v1/studies/" + STUDY + "/report", member);
        if (read.statusCode() != 200) {
            throw new IllegalStateException(read.body());
        }
    }

    /** What the intake of one more answer leaves behind. */
    private void change(Connection database, int number) {
        try (PreparedStatement change = database.prepareStatement(
                """
                with changed as (
                  update institution_version set version = version + 1, changed_at = now() where tenant = ?
                  returning tenant),
                answered as (
                  update wave w set responded = responded + 1, consented = consented + 1 from changed
                  where w.tenant = changed.tenant and w.id = ?)
                insert into response select tenant, gen_random_uuid(), ?, true, ? from changed""")) {
            change.setString(1, SyntheticRows.institution(number % rows.institutions()));
            change.setObject(2, SyntheticRows.wave(number % rows.institutions()));
            change.setObject(3, SyntheticRows.wave(number % rows.institutions()));
            change.setBytes(4, rows.answers(new java.util.SplittableRandom(number)));
            change.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The pair tables of the seven scales, and no more, as a statement over rows would make them. */
    private void bySql(Connection database) throws SQLException {
        String scales = Mca.STRUCTURE.scales().stream()
                .map(scale -> {
                    int[] items = scale.items().stream()
                            .mapToInt(key -> 2
                                    * Mca.STRUCTURE.items().stream()
                                            .map(item -> item.key())
                                            .toList()
                                            .indexOf(key))
                            .toArray();
                    return "('" + scale.key() + "', "
                            + sum(items, 0) + ", " + sum(items, 1) + ", "
                            + Arrays.stream(items)
                                    .mapToObj(at -> "get_byte(r.answers, " + at + ") > 0")
                                    .collect(Collectors.joining(" and "))
                            + ")";
                })
                .collect(Collectors.joining(", "));
        String query = "select s.scale, s.before, s.now, count(*) from response r"
                + " join wave v on v.tenant = r.tenant and v.id = r.wave"
                + " join workshop w on w.tenant = v.tenant and w.id = v.workshop"
                + " cross join lateral (values " + scales + ") as s(scale, before, now, complete)"
                + " where r.research and s.complete and w.minutes >= 240 and w.audience = 'mentee'"
                + " group by 1, 2, 3";
        database.createStatement().execute("set statement_timeout = '15min'");
        Table.time("the pair tables of the 7 scales alone, by SQL over rows", () -> {
            try (ResultSet row = database.createStatement().executeQuery(query)) {
                while (row.next()) {
                    row.getLong(4);
                }
            } catch (SQLException tooLong) {
                Table.row("  ended after 15 minutes", tooLong.getSQLState());
            }
        });
    }

    private static String sum(int[] items, int later) {
        return Arrays.stream(items)
                .mapToObj(at -> "get_byte(r.answers, " + (at + later) + ")")
                .collect(Collectors.joining(" + "));
    }
}
