package org.mentoringcommons.provisioning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the service and Keycloak. Closed, Keycloak is away. Told to swallow the n-th answer, it lets Keycloak
 * do what was asked and goes away before the service hears of it: what a crash of the service at that point looks like.
 * Told what to do by requests below /gate, since tests do not share their classes with what surrounds them.
 */
final class Gate {

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "transfer-encoding", "host", "upgrade", "http2-settings", "expect");
    private static final int NEVER = Integer.MAX_VALUE;

    private final String target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger answersUntilAway = new AtomicInteger(NEVER);
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    private Gate(String target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    static Gate before(String target) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Gate gate = new Gate(target, server);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", gate::pass);
            server.createContext("/gate/open", exchange -> gate.set(exchange, NEVER));
            server.createContext(
                    "/gate/away-after",
                    exchange -> gate.set(
                            exchange, Integer.parseInt(exchange.getRequestURI().getQuery())));
            server.createContext("/gate/calls", gate::tellCalls);
            server.start();
            return gate;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void set(HttpExchange exchange, int answers) throws IOException {
        answersUntilAway.set(answers);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** The calls of the administration interface since last asked, one a line. */
    private void tellCalls(HttpExchange exchange) throws IOException {
        List<String> told = new ArrayList<>();
        for (String call = calls.poll(); call != null; call = calls.poll()) {
            told.add(call);
        }
        byte[] body = String.join("\n", told).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        boolean administration = exchange.getRequestURI().getPath().startsWith("/admin/");
        int left = answersUntilAway.get();
        if (left < 0) {
            exchange.close();
            return;
        }
        HttpResponse<byte[]> answer = forward(exchange);
        if (administration) {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (left != NEVER && answersUntilAway.decrementAndGet() < 0) {
                exchange.close();
                return;
            }
        }
        answer.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase()) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
