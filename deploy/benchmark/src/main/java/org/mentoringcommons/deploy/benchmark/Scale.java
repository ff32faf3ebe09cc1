package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Any number of answers: counted from rows, packed, read freely, reported, and the same by SQL over rows. */
final class Scale {

    private static final String STUDY = "scale";
    private static final Set<String> PARTS = Set.of("counts", "report", "extracts", "sql");
    private static final int READINGS = 100;
    private static final int CHANGES = 30;
    private static final int FEW_CHANGES = 10;

    private final long responses;
    private final AnalyticsAlone analytics;
    private final SyntheticRows rows;

    private Scale(long responses, AnalyticsAlone analytics) {
        this.responses = responses;
        this.analytics = analytics;
        this.rows = new SyntheticRows(responses, (int) Math.max(15, responses / 1000));
    }

    /**
     * @param data an empty folder, or one with the same number of answers from an earlier run, which are not loaded again
     * @param parts which parts are measured; all if none is named
     */
    static void measure(Path repository, Path data, long responses, Set<String> parts) {
        // a report that nobody asked for yet holds every workshop; a small study needs no such heap
        try (AnalyticsAlone analytics = new AnalyticsAlone(repository, data, responses > 1_000_000 ? 4_096 : 512)) {
            new Scale(responses, analytics).run(parts.isEmpty() ? PARTS : parts);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void run(Set<String> parts) throws SQLException, IOException {
        Table.begin(responses + " answers of " + rows.workshops() + " workshops at " + rows.institutions()
                + " institutions");
        try (Connection database = analytics.superuser()) {
            if (none(database, "select count(*) from institution_version")) {
                Table.time("loading them by COPY, indexes made after", () -> load(database));
                DeclaredStudy.declare(analytics, database, STUDY, 240);
            } else if (parts.contains("counts")) {
                database.createStatement()
                        .execute("update institution_version set recount_due = true, version = version + 1");
            }
            Table.time(
                    "rebuild of all counts of both populations from the rows, by the running service",
                    () -> awaitNone(database, "select count(*) from institution_version where recount_due"));
            Table.time(
                    "packing all institutions (in the background, once they rest)",
                    () -> awaitNone(
                            database,
                            "select count(*) from institution_version where packed_version is distinct from version"));
            if (parts.contains("report")) {
                report(database);
            }
            if (parts.contains("extracts")) {
                extracts();
            }
            if (parts.contains("sql")) {
                bySql(database);
            }
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
        Until.holds("none to be left of " + count, Duration.ofMinutes(60), () -> none(database, count));
    }

    private static boolean none(Connection database, String count) {
        try (ResultSet row = database.createStatement().executeQuery(count)) {
            row.next();
            return row.getLong(1) == 0;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void report(Connection database) throws SQLException {
        DeclaredStudy study = DeclaredStudy.of(analytics, STUDY);
        Table.time("full study-team report, first of a process just started", study::report);
        Table.row("  of which as JSON", study.size() / 1_000 + " kB");
        DeclaredStudy other = DeclaredStudy.declare(analytics, database, "free-" + System.nanoTime(), 300);
        Table.time("free inclusion: full report of a declaration never read before", other::report);
        Table.percentiles("full study-team report, unchanged, as JSON", READINGS, study::report);
        Table.row("  of which compressed, as a browser asks for it", study.compressed() / 1_000 + " kB");
        Table.percentiles("the same, unchanged, compressed", READINGS, study::compressed);
        Table.percentiles("the same to somebody who has it (304)", READINGS, study.again());
        int[] number = {0};
        String[] watermark = {study.report()};
        Table.percentiles(
                "full study-team report after one more answer each",
                responses > 100_000 ? FEW_CHANGES : CHANGES,
                () -> {
                    change(database, number[0]++);
                    watermark[0] = study.reportOtherThan(watermark[0]);
                });
    }

    private void extracts() {
        DeclaredStudy study = DeclaredStudy.of(analytics, STUDY);
        for (String format : List.of("csv", "parquet")) {
            long[] size = {0};
            Table.time(
                    "row file as " + format + ", asked for, written and fetched",
                    () -> size[0] = study.extract(format));
            Table.row("  of which size", size[0] / 1_000_000 + " MB");
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
