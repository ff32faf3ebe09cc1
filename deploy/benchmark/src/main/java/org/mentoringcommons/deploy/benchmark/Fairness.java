package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.LogManager;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/**
 * What four quiet portals feel of a noisy one. Each quiet portal asks ten times a second, whether it was answered or not,
 * and waits from the moment it wanted to ask; the noisy one asks from 64 threads as fast as it is answered.
 */
public final class Fairness {

    private static final int QUIET = 4;
    private static final int NOISY_THREADS = 64;
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration LASTING = Duration.ofSeconds(30);
    private static final String ASKED = "/curriculum/v1/workshops?limit=100";

    /** Read by a service from the folder it is started in. */
    private static final Path SETTINGS =
            Path.of("curriculum-service", "target", "quarkus-app", "config", "application.properties");

    private static final String NO_LIMITS =
            """
            fairness.at-once=100000
            fairness.waiting=100000
            fairness.portal-quota=1000000
            fairness.institution-quota=1000000
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI address;
    private final List<String> tokens;

    private Fairness(Stack stack, Demonstrated made) {
        address = stack.url(Service.CURRICULUM).resolve(ASKED);
        tokens = made.portals().values().stream()
                .limit(QUIET + 1)
                .map(portal -> stack.running().portalToken(portal.clientId(), portal.institution()))
                .toList();
    }

    /** @param arguments a folder for the state, which is fed first if it is empty */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException, IOException {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Files.deleteIfExists(SETTINGS);
        try (Stack stack = new Stack(Settings.forMeasurement(Path.of(arguments[0])), silence).start()) {
            Demonstrated made = new RecreatedEvaluation().run(stack.running(), silence);
            stack.restart(Service.CURRICULUM); // so that both times it is as new
            System.out.println("| with the shipped limits | |");
            new Fairness(stack, made).measure();
            Files.createDirectories(SETTINGS.getParent());
            Files.writeString(SETTINGS, NO_LIMITS);
            stack.restart(Service.CURRICULUM);
            System.out.println("| without limits | |");
            new Fairness(stack, made).measure();
        } finally {
            Files.deleteIfExists(SETTINGS);
        }
    }

    private void measure() throws InterruptedException, ExecutionException {
        quiet(WARMING);
        report("alone", quiet(LASTING));
        AtomicBoolean on = new AtomicBoolean(true);
        Map<Integer, LongAdder> answered = new ConcurrentHashMap<>();
        for (int thread = 0; thread < NOISY_THREADS; thread++) {
            threads.submit(() -> noise(on, answered));
        }
        report("beside the noisy one", quiet(LASTING));
        on.set(false);
        System.out.println("| the noisy one's answers in that time, by status | " + new TreeMap<>(answered) + " |");
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void noise(AtomicBoolean on, Map<Integer, LongAdder> answered) {
        while (on.get()) {
            answered.computeIfAbsent(ask(tokens.get(0)), status -> new LongAdder())
                    .increment();
        }
    }

    /** Nanoseconds from wanting to ask to the answer, of all quiet portals, sorted. */
    private long[] quiet(Duration lasting) throws InterruptedException, ExecutionException {
        List<Future<long[]>> portals = new ArrayList<>();
        for (String token : tokens.subList(1, tokens.size())) {
            portals.add(threads.submit(() -> quiet(token, lasting)));
        }
        long[] all = {};
        for (Future<long[]> portal : portals) {
            long[] times = portal.get();
            all = Arrays.copyOf(all, all.length + times.length);
            System.arraycopy(times, 0, all, all.length - times.length, times.length);
        }
        Arrays.sort(all);
        return all;
    }

    private long[] quiet(String token, Duration lasting) throws InterruptedException {
        long[] times = new long[(int) (lasting.toNanos() / EVERY.toNanos())];
        long begin = System.nanoTime();
        for (int number = 0; number < times.length; number++) {
            long wanted = begin + number * EVERY.toNanos();
            TimeUnit.NANOSECONDS.sleep(wanted - System.nanoTime());
            int status = ask(token);
            if (status != 200) {
                throw new IllegalStateException("a quiet portal was answered " + status);
            }
            times[number] = System.nanoTime() - wanted;
        }
        return times;
    }

    private int ask(String token) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void report(String when, long[] times) {
        System.out.printf(
                Locale.ROOT,
                "| quiet portals %s: p50, p99, slowest | %.1f ms, %.1f ms, %.1f ms (n = %d) |%n",
                when,
                times[times.length / 2] / 1e6,
                times[(int) Math.ceil(times.length * 0.99) - 1] / 1e6,
                times[times.length - 1] / 1e6,
                times.length);
    }
}
