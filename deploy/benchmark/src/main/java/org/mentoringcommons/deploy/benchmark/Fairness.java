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
import java.util.LinkedHashMap;
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
import java.util.function.Consumer;
import java.util.logging.LogManager;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/**
 * What four quiet portals feel of a noisy one. Each quiet portal asks ten times a second, whether it was answered or not,
 * and waits from the moment it wanted to ask; the noisy one asks from 64 threads as fast as it is answered. The bound of
 * the same run is what they feel of a thread that asks nothing and keeps one processor busy.
 */
public final class Fairness {

    private static final int QUIET = 4;
    private static final int NOISY_THREADS = 64;
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration WARMING = Duration.ofSeconds(8);
    private static final String ASKED = "/curriculum/v1/workshops?limit=100";

    /** Read by a service from the folder it is started in. */
    private static final Path SETTINGS =
            Path.of("curriculum-service", "target", "quarkus-app", "config", "application.properties");

    /** More than the quiet ones ask, and so little that the noisy one has soon used it up. */
    private static final String SMALL_QUOTA = "fairness.portal-quota=700\n";

    private static final Map<String, String> SETTINGS_BY_NAME = new LinkedHashMap<>();

    static {
        SETTINGS_BY_NAME.put("with the shipped limits", "");
        SETTINGS_BY_NAME.put("its quota used up", SMALL_QUOTA);
        SETTINGS_BY_NAME.put("its quota used up, refused at once", SMALL_QUOTA + "fairness.refusal=1ms\n");
        SETTINGS_BY_NAME.put(
                "without limits",
                """
                fairness.at-once=100000
                fairness.processors=100000
                fairness.waiting=100000
                fairness.portal-quota=1000000
                fairness.institution-quota=1000000
                """);
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI address;
    private final List<String> tokens;
    private final Processors processors;

    private final Duration lasting;

    private Fairness(Stack stack, Demonstrated made, Duration lasting) {
        this.lasting = lasting;
        address = stack.url(Service.CURRICULUM).resolve(ASKED);
        processors = new Processors(stack.processes().get(Service.CURRICULUM.title()));
        tokens = made.portals().values().stream()
                .limit(QUIET + 1)
                .map(portal -> stack.running().portalToken(portal.clientId(), portal.institution()))
                .toList();
    }

    /**
     * @param arguments an empty folder for the state, which is fed first; seconds that each measurement lasts; with how many
     *     of the settings, all if it is not said
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException, IOException {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Duration lasting = Duration.ofSeconds(Long.parseLong(arguments[1]));
        Files.createDirectories(SETTINGS.getParent());
        try (Stack stack = new Stack(Settings.forMeasurement(Path.of(arguments[0])), silence).start()) {
            Demonstrated made = new RecreatedEvaluation().run(stack.running(), silence);
            System.out.println("| quiet portals | p50 | p99 | slowest | load generator · service · the rest, of "
                    + Runtime.getRuntime().availableProcessors() + " processors | the noisy one's answers |");
            System.out.println("|---|---|---|---|---|---|");
            int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SETTINGS_BY_NAME.size();
            for (Map.Entry<String, String> settings :
                    SETTINGS_BY_NAME.entrySet().stream().limit(many).toList()) {
                Files.writeString(SETTINGS, settings.getValue());
                stack.restart(Service.CURRICULUM); // so that it is as new each time
                new Fairness(stack, made, lasting).measure(settings.getKey());
            }
        } finally {
            Files.deleteIfExists(SETTINGS);
        }
    }

    private void measure(String settings) throws InterruptedException, ExecutionException {
        Map<Integer, LongAdder> answered = new ConcurrentHashMap<>();
        beside(NOISY_THREADS, on -> noise(on, new ConcurrentHashMap<>()), () -> quiet(WARMING));
        report(settings + ": alone", answered);
        if (SETTINGS_BY_NAME.get(settings).isEmpty()) {
            beside(1, Fairness::burn, () -> report("beside a thread that asks nothing: the bound", answered));
        }
        beside(NOISY_THREADS, on -> noise(on, answered), () -> report(settings + ": beside the noisy one", answered));
        threads.shutdown();
    }

    private interface Measurement {
        void run() throws InterruptedException, ExecutionException;
    }

    private void beside(int how, Consumer<AtomicBoolean> noise, Measurement measurement)
            throws InterruptedException, ExecutionException {
        AtomicBoolean on = new AtomicBoolean(true);
        List<Future<?>> noises = new ArrayList<>();
        for (int thread = 0; thread < how; thread++) {
            noises.add(threads.submit(() -> noise.accept(on)));
        }
        try {
            measurement.run();
        } finally {
            on.set(false);
        }
        for (Future<?> noisy : noises) {
            noisy.get();
        }
    }

    private static void burn(AtomicBoolean on) {
        while (on.get()) {
            Thread.onSpinWait();
        }
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

    private void report(String when, Map<Integer, LongAdder> answered) throws InterruptedException, ExecutionException {
        Processors.Reading before = processors.read();
        long[] times = quiet(lasting);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %s | %s |%n",
                when,
                times[times.length / 2] / 1e6,
                times[(int) Math.ceil(times.length * 0.99) - 1] / 1e6,
                times[times.length - 1] / 1e6,
                processors.read().since(before),
                answered.isEmpty() ? "" : new TreeMap<>(answered));
    }
}
