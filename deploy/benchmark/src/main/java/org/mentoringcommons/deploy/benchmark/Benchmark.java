package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Starts, feeds, stops and starts again, then lets single answers travel; prints one row a measurement. */
public final class Benchmark {

    private static final int ANSWERS = 200;

    private Benchmark() {}

    /**
     * @param arguments a folder for the state, which is deleted first; the part to be measured, {@code journey} unless
     *     named; and its size; for {@code scale} also a folder that is kept, and which parts
     */
    public static void main(String[] arguments) throws RunnerException {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        String part = arguments.length > 1 ? arguments[1] : "journey";
        boolean kept = part.equals("scale") && arguments.length > 3;
        Path data = Path.of(arguments[kept ? 3 : 0]);
        if (!kept) {
            delete(data);
        }
        try {
            switch (part) {
                case "journey" -> journey(data);
                case "statistics" -> statistics(data);
                case "scale" ->
                    Scale.measure(
                            Path.of(""),
                            data,
                            Long.parseLong(sizeOr(arguments, 2, "10000000")),
                            Arrays.stream(arguments).skip(4).collect(Collectors.toSet()));
                case "intake" ->
                    Intake.measure(
                            data,
                            Integer.parseInt(sizeOr(arguments, 2, "200000")),
                            Integer.parseInt(sizeOr(arguments, 3, "50")));
                case "submissions" ->
                    Submission.measure(
                            data,
                            Arrays.stream(sizeOr(arguments, 2, "1000,1000000").split(","))
                                    .map(Long::valueOf)
                                    .toList(),
                            Duration.ofSeconds(Long.parseLong(sizeOr(arguments, 3, "10"))));
                case "exports" -> Exports.measure(data, Long.parseLong(sizeOr(arguments, 2, "100000")));
                case "imports" -> Imports.measure(data, Integer.parseInt(sizeOr(arguments, 2, "100000")));
                case "webhooks" -> FanOut.measure(data, Integer.parseInt(sizeOr(arguments, 2, "200")));
                case "releases" ->
                    ManyReleases.measure(
                            Path.of(""),
                            data,
                            Arrays.stream(sizeOr(arguments, 2, "10,60,600,6000").split(","))
                                    .map(Integer::valueOf)
                                    .toList());
                default ->
                    throw new IllegalArgumentException(
                            "journey, statistics, scale, intake, submissions, exports, imports, webhooks or releases");
            }
        } finally {
            if (!part.equals("journey") && !kept) {
                delete(data);
            }
        }
    }

    private static String sizeOr(String[] arguments, int at, String usual) {
        return arguments.length > at ? arguments[at] : usual;
    }

    private static void statistics(Path data) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(StatisticsBenchmark.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .threads(1)
                        .build())
                .run();
        Table.begin("7 scale tables with every unclustered statistic");
        results.forEach(result -> row(
                "from counts of " + result.getParams().getParam("people") + " people, one core",
                String.format(
                        Locale.ROOT,
                        "%.2f ± %.2f ms",
                        result.getPrimaryResult().getScore(),
                        result.getPrimaryResult().getScoreError())));
        for (long people : new long[] {100, 10_000, 10_000_000}) {
            RowsInR.measure(data, people);
        }
    }

    private static void journey(Path data) {
        System.out.println("| measurement | value |");
        System.out.println("|---|---|");
        Settings settings = Settings.forMeasurement(data);
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Demonstrated made;
        Instant begin = Instant.now();
        try (Stack stack = new Stack(settings, silence).start()) {
            row("cold start to ready, after the build", seconds(begin));
            Instant feeding = Instant.now();
            made = new RecreatedEvaluation().run(stack.running(), silence);
            row("feeding the demonstration until the report is complete", seconds(feeding));
        }
        Instant again = Instant.now();
        try (Stack stack = new Stack(settings, silence).start()) {
            row("warm start to ready, data present", seconds(again));
            row("resident memory, sum of all processes (proportional share)", megabytes(Memory.resident(stack)));
            Journey.Times times = new Journey(stack, made).measure(ANSWERS);
            Limit limit = Limit.measure(stack, ANSWERS);
            row("submit → visible in the report, p50", milliseconds(times.percentile(50)));
            row("submit → visible in the report, p99", milliseconds(times.percentile(99)));
            row("of which the submission itself, p50", milliseconds(times.submission(50)));
            row(
                    "limit: two durable commits and one record through the broker, p50",
                    milliseconds(limit.percentile(50)));
            row(
                    "ratio to the limit, p50",
                    String.format(Locale.ROOT, "%.1f", times.percentile(50) / (double) limit.percentile(50)));
        }
    }

    private static void row(String name, String value) {
        System.out.println("| " + name + " | " + value + " |");
    }

    private static String seconds(Instant since) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }

    private static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
