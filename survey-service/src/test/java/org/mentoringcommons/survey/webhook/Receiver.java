package org.mentoringcommons.survey.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mentoringcommons.survey.Database;

/** A portal's endpoint, which verifies signatures by the words of the standard alone. */
final class Receiver implements AutoCloseable {

    /** What arrived. */
    record Arrived(String host, Map<String, String> headers, String body) {

        String id() {
            return headers.get("webhook-id");
        }

        JsonNode payload() {
            return Database.json(body);
        }

        String type() {
            return payload().get("type").asText();
        }

        /** By how many of its signatures the secret vouches for it. */
        long signedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                String signed = id() + "." + headers.get("webhook-timestamp") + "." + body;
                String expected = "v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return List.of(headers.get("webhook-signature").split(" ")).stream()
                        .filter(expected::equals)
                        .count();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile String location;
    private volatile CountDownLatch held = new CountDownLatch(0);

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return url("127.0.0.1");
    }

    String url(String host) {
        return "http://" + host + ":" + port() + "/hooks";
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Arrived> arrived() {
        return arrived;
    }

    List<String> types() {
        return arrived.stream().map(Arrived::type).toList();
    }

    void answersWith(int status) {
        this.status = status;
    }

    void redirectsTo(String location) {
        this.status = 307;
        this.location = location;
    }

    /** It takes what comes and does not answer until it is released. */
    CountDownLatch hangs() {
        held = new CountDownLatch(1);
        return held;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header -> header.getValue().get(0)));
        CountDownLatch hold = held;
        arrived.add(new Arrived(headers.get("host"), headers, body));
        try {
            hold.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
