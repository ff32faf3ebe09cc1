package org.mentoringcommons.deploy.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * So many institutions' portals are told of something at the same moment, again and again; then the same while one of them
 * takes messages and never answers. Messages are written into the database as their events would have; the clock of each
 * runs from then until its portal has it.
 */
final class FanOut implements AutoCloseable {

    private static final int ROUNDS = 50;
    private static final int WARMING = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PORTALS =
            """
            with made as (
              insert into institution (id, alias, name, time_zone, state)
              select lpad(to_hex(n), 8, '0') || '-0000-4000-8000-00000000fa00', 'portal-' || n, 'P', 'UTC', 'active'
              from generate_series(1, %d) n returning id, alias),
            hooks as (
              insert into webhook (tenant, id, url, events)
              select id, gen_random_uuid(), 'http://127.0.0.1:%d/' || alias, '{wave.opened}' from made returning tenant, id)
            insert into webhook_lane (institution, webhook) select tenant, id from hooks""";
    private static final String EVENT =
            """
            with told as (
              insert into webhook_message (tenant, id, webhook, event, type, body, made_at, due_at)
              select tenant, gen_random_uuid(), id, 'round/%d', 'wave.opened', '{"type":"wave.opened","round":%d}', now(), now()
              from webhook where url like '%%/portal-%%' returning tenant, webhook)
            update webhook_lane l set due_at = now() from told where l.institution = told.tenant and l.webhook = told.webhook""";

    private final Stack stack;
    private final int portals;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean hanging;
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    private FanOut(Stack stack, int portals) throws IOException {
        this.stack = stack;
        this.portals = portals;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), portals);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    static void measure(Path data, int portals) {
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        try (Stack stack = new Stack(Settings.forMeasurement(data), silence).start();
                FanOut fanOut = new FanOut(stack, portals)) {
            fanOut.execute(PORTALS.formatted(portals, fanOut.server.getAddress().getPort()));
            Table.begin(portals + " portals told at once, " + ROUNDS + " times");
            fanOut.rounds(0, WARMING);
            fanOut.rounds("all of them answering", WARMING);
            fanOut.hanging = true;
            fanOut.rounds("one of them hanging, the others", WARMING + ROUNDS);
            fanOut.rounds("the same once more", WARMING + 2 * ROUNDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void rounds(String name, int from) {
        nanos.clear();
        rounds(from, ROUNDS);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        Table.row(
                name + ": event to arrival, p50 · p99 · last",
                Table.milliseconds(sorted[sorted.length / 2]) + " · "
                        + Table.milliseconds(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]) + " · "
                        + Table.milliseconds(sorted[sorted.length - 1]));
    }

    private void rounds(int from, int count) {
        for (int round = from; round < from + count; round++) {
            CountDownLatch all = new CountDownLatch(hanging ? portals - 1 : portals);
            awaited = all;
            begun.put(round, System.nanoTime());
            execute(EVENT.formatted(round, round));
            Until.holds("portals to be told", PATIENCE, () -> all.getCount() == 0);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes());
        long now = System.nanoTime();
        if (hanging && exchange.getRequestURI().getPath().equals("/portal-1")) {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        nanos.add(now - begun.get(Integer.parseInt(body.replaceAll("\\D", ""))));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        awaited.countDown();
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(stack.superuserUrl(Service.SURVEY))) {
            connection.createStatement().execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
