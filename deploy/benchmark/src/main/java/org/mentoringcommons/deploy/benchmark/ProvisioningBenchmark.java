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
 * tenth, the same objects are made in Keycloak with bare calls, the least it can take. Then whether a request of one
 * institution is slower when ten thousand are in the database.
 */
public final class ProvisioningBenchmark {

    private static final int HUNDRED = 100;
    private static final int EVERY = 10;

    private ProvisioningBenchmark() {}

    /** @param arguments a folder for the state, which must be new, and how many institutions to make */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        Settings settings = Settings.forTest(Path.of(arguments[0])).withServices(Service.IDENTITY, Service.CURRICULUM);
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        try (Stack stack = new Stack(settings, silence).start()) {
            ProvisionedInstitutions ours = new ProvisionedInstitutions(stack);
            ours.prepare();
            crowd(stack);
            provision(stack, ours, Integer.parseInt(arguments[1]));
        }
    }

    private static void provision(Stack stack, ProvisionedInstitutions ours, int institutions) {
        BareKeycloak bare = new BareKeycloak(stack);
        System.out.println();
        System.out.println("| institutions | ours, mean | ours, p99 | bare calls, mean | ratio |");
        System.out.println("|---|---|---|---|---|");
        List<Long> our = new ArrayList<>();
        List<Long> limit = new ArrayList<>();
        for (int number = 1; number <= institutions; number++) {
            our.add(ours.provision(number));
            if (number % EVERY == 0) {
                limit.add(bare.provision(number));
            }
            if (number % HUNDRED == 0) {
                row(number, our, limit);
                our.clear();
                limit.clear();
            }
        }
    }

    private static void row(int upTo, List<Long> ours, List<Long> bare) {
        print(
                "| " + (upTo - HUNDRED + 1) + "–" + upTo + " | %.3f s | %.3f s | %.3f s | %.2f |",
                mean(ours),
                percentile(ours, 99) / 1e9,
                mean(bare),
                mean(ours) / mean(bare));
    }

    private static void crowd(Stack stack) {
        Crowd crowd = new Crowd(stack);
        System.out.println("| institutions in the database | p50 | p99 |");
        System.out.println("|---|---|---|");
        crowd.warmUp();
        crowd.of(10);
        crowdRow("10", crowd.measure());
        crowd.of(10_000);
        crowdRow("10,000", crowd.measure());
        crowd.of(10);
        crowdRow("10 again", crowd.measure());
        crowd.of(10_000);
        crowdRow("10,000 again", crowd.measure());
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
