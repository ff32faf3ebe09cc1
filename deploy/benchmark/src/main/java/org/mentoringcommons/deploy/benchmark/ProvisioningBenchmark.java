package org.mentoringcommons.deploy.benchmark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * A thousand institutions, each with an administrator and a portal, through the API and one after the other; beside every
 * tenth, the same objects are made in Keycloak with bare calls, the least it can take. Or whether a request of one
 * institution is slower when ten thousand are in the database.
 */
public final class ProvisioningBenchmark {

    private static final int HUNDRED = 100;
    private static final int EVERY = 10;
    private static final int ROUNDS = 4;

    private ProvisioningBenchmark() {}

    /** @param arguments a folder for the state, which must be new, and how many institutions to make: none for the crowd */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        Settings settings =
                Settings.forMeasurement(Path.of(arguments[0])).withServices(Service.IDENTITY, Service.CURRICULUM);
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        try (Stack stack = new Stack(settings, silence).start()) {
            ProvisionedInstitutions ours = new ProvisionedInstitutions(stack);
            ours.prepare();
            int institutions = Integer.parseInt(arguments[1]);
            if (institutions == 0) {
                crowd(stack);
            } else {
                provision(stack, ours, institutions);
            }
        }
    }

    private static void provision(Stack stack, ProvisionedInstitutions ours, int institutions) {
        BareKeycloak bare = new BareKeycloak(stack);
        System.out.println();
        System.out.println("| institutions | ours, mean | ours, p99 | bare calls, mean | ratio |");
        System.out.println("|---|---|---|---|---|");
        List<Long> our = new ArrayList<>();
        List<Long> limit = new ArrayList<>();
        int from = 1;
        for (int number = 1; number <= institutions; number++) {
            our.add(ours.provision(number));
            if (number % EVERY == 0) {
                limit.add(bare.provision(number));
            }
            if (number % HUNDRED == 0 || number == institutions) {
                row(from + "–" + number, our, limit);
                from = number + 1;
                our.clear();
                limit.clear();
            }
        }
    }

    private static void row(String which, List<Long> ours, List<Long> bare) {
        print(
                "| " + which + " | %.3f s | %.3f s | %.3f s | %.2f |",
                mean(ours),
                percentile(ours, 99) / 1e9,
                mean(bare),
                mean(ours) / mean(bare));
    }

    /** In turn, so that whatever else the machine does befalls both alike. */
    private static void crowd(Stack stack) {
        Crowd crowd = new Crowd(stack);
        System.out.println("| institutions in the database | p50 | p99 |");
        System.out.println("|---|---|---|");
        crowd.warmUp();
        List<Long> few = new ArrayList<>();
        List<Long> many = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            few.addAll(measured(crowd, 10, "10, round " + round));
            many.addAll(measured(crowd, 10_000, "10,000, round " + round));
        }
        crowdRow("10, all rounds", few);
        crowdRow("10,000, all rounds", many);
    }

    private static List<Long> measured(Crowd crowd, int institutions, String name) {
        crowd.of(institutions);
        List<Long> nanos = crowd.measure();
        crowdRow(name, nanos);
        return nanos;
    }

    private static void crowdRow(String name, List<Long> nanos) {
        print("| " + name + " | %.2f ms | %.2f ms |", percentile(nanos, 50) / 1e6, percentile(nanos, 99) / 1e6);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static double mean(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(Double.NaN) / 1e9;
    }

    private static long percentile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
