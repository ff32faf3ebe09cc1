package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One page asked for by a few clients as fast as they are answered. The first page measured is what others stand beside. */
final class PageLoad {

    private static final int CLIENTS = 8;
    private static final int WARMING = 3_000;

    private final HttpClient client;
    private final Duration lasting;
    private double first;

    PageLoad(HttpClient client, Duration lasting) {
        this.client = client;
        this.lasting = lasting;
    }

    void warm(HttpRequest request) throws IOException, InterruptedException {
        for (int time = 0; time < WARMING; time++) {
            ask(request);
        }
    }

    void measure(String name, HttpRequest request) throws InterruptedException, ExecutionException, IOException {
        int status = ask(request);
        if (status != 200 && status != 304) {
            Table.row(name, "not measured: answered " + status);
            return;
        }
        for (int time = 0; time < WARMING / 10; time++) {
            ask(request);
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + lasting.toNanos();
        List<Future<long[]>> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(threads.submit(() -> until(end, request, status)));
        }
        long[] times = {};
        for (Future<long[]> each : clients) {
            long[] own = each.get();
            times = Arrays.copyOf(times, times.length + own.length);
            System.arraycopy(own, 0, times, times.length - own.length, own.length);
        }
        threads.shutdown();
        Arrays.sort(times);
        double second = times.length / (lasting.toNanos() / 1e9);
        first = first == 0 ? second : first;
        Table.row(
                name + ": a second · p50 · p99 · times slower than the first",
                String.format(Locale.ROOT, "%.0f · ", second)
                        + Table.milliseconds(times[times.length / 2])
                        + " · "
                        + Table.milliseconds(times[(int) Math.ceil(times.length * 0.99) - 1])
                        + String.format(Locale.ROOT, " · %.1f", first / second));
    }

    private long[] until(long end, HttpRequest request, int status) throws IOException, InterruptedException {
        long[] times = new long[1024];
        int count = 0;
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            int answered = ask(request);
            if (answered != status) {
                throw new IllegalStateException(request.uri() + " was answered " + answered);
            }
            times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
            times[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(times, count);
    }

    private int ask(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
