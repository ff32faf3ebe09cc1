package org.mentoringcommons.deploy.benchmark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * How many answers a second are accepted, each durable and with its fact in the outbox, which is published meanwhile; beside
 * what {@code pgbench} reaches on the same database in the same run, while the service is not there.
 */
final class Submission {

    private static final int[] CLIENTS = {1, 8, 32};
    /** For minutes after a start the JVM's compilers take much of the processors. */
    private static final Duration WARMING = Duration.ofSeconds(20);

    private static final int LONGEST_WARMING = 15;
    /** Warm is a service whose answers cost no more than this much less processor time than the best of before. */
    private static final double STEADY = 0.97;

    private Submission() {}

    /** @param stored how many answers are there already, one measurement each, rising */
    static void measure(Path data, List<Long> stored, Duration lasting) {
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Settings settings = Settings.forTest(data).withServices();
        AtomicInteger next = new AtomicInteger();
        try (Stack stack = new Stack(settings, silence).start()) {
            SeededSurvey survey = new SeededSurvey(stack.superuserUrl(Service.SURVEY), SurveyService.linkSecret(stack));
            new SurveyService(Path.of(""), data, stack).close(); // makes the tables
            survey.plant();
            for (long answers : stored) {
                survey.store(answers);
                measure(data, stack, survey, answers, lasting, next);
            }
        }
    }

    private static void measure(
            Path data, Stack stack, SeededSurvey survey, long stored, Duration lasting, AtomicInteger next) {
        Map<Integer, Double> bounds = pgbench(data, stack, survey, lasting);
        try (SurveyService service = new SurveyService(Path.of(""), data, stack)) {
            Submitters submitters = new Submitters(service.port(), survey, next);
            warm(service, submitters);
            System.out.printf(
                    Locale.ROOT,
                    "%n| %,d stored, clients | answers/s | p50 | p95 | p99 | ratio | service's processor time each"
                            + " | clients · service · the rest, of all processors |%n",
                    stored);
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int clients : CLIENTS) {
                Costs costs = submit(service, submitters, clients, lasting);
                Submitters.Times times = costs.times();
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %,.0f | %s | %s | %s | %s | %.0f µs | %s |%n",
                        clients,
                        times.perSecond(),
                        Table.milliseconds(times.percentile(50)),
                        Table.milliseconds(times.percentile(95)),
                        Table.milliseconds(times.percentile(99)),
                        bounds.containsKey(clients)
                                ? String.format(Locale.ROOT, "%.2f", times.perSecond() / bounds.get(clients))
                                : "no pgbench",
                        costs.microseconds(),
                        costs.processors());
            }
        }
    }

    /** How fast, how much of the service's processor time each, and who kept the processors busy meanwhile. */
    private record Costs(Submitters.Times times, double microseconds, String processors) {}

    private static Costs submit(SurveyService service, Submitters submitters, int clients, Duration lasting) {
        double before = service.processorSeconds();
        Processors processors = new Processors(service.pid());
        Processors.Reading begin = processors.read();
        Submitters.Times times = submitters.submit(clients, lasting);
        return new Costs(
                times,
                (service.processorSeconds() - before) * 1e6 / times.nanos().length,
                processors.read().since(begin));
    }

    /** Until an answer's processor time, by which load from elsewhere does not show, has twice not become less. */
    private static void warm(SurveyService service, Submitters submitters) {
        double best = Double.MAX_VALUE;
        int steady = 0;
        for (int time = 0; time < LONGEST_WARMING && steady < 2; time++) {
            double each = submit(service, submitters, 8, WARMING).microseconds();
            System.out.printf(Locale.ROOT, "warming: %.0f µs an answer%n", each);
            steady = each > best * STEADY ? steady + 1 : 0;
            best = Math.min(best, each);
        }
    }

    /** Transactions a second with the same statements, by clients; empty if it is not installed. */
    private static Map<Integer, Double> pgbench(Path data, Stack stack, SeededSurvey survey, Duration lasting) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        if (!Pgbench.isInstalled()) {
            System.out.println("pgbench is not installed (Debian: package postgresql-contrib): skipped, so no ratio");
            return found;
        }
        Pgbench pgbench = new Pgbench(stack.roleUrl(Service.SURVEY, "app"), data);
        System.out.println("\n| pgbench, clients | the same statements | the two rows alone |");
        System.out.println("|---|---|---|");
        for (int clients : CLIENTS) {
            double same = pgbench.sameStatements(clients, lasting);
            double rows = pgbench.twoRows(clients, lasting);
            System.out.printf(Locale.ROOT, "| %d | %,.0f/s | %,.0f/s |%n", clients, same, rows);
            found.put(clients, same);
        }
        survey.clear();
        return found;
    }
}
