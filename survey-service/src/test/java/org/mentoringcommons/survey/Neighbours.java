package org.mentoringcommons.survey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands in the places of Keycloak's token endpoint and curriculum-service's lists of people, as the contract between the
 * services describes them; the real ones meet in the acceptance tests. What it answers is set in {@link Roster}, by
 * system properties, because this class and the tests live in different class loaders.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/token", this::token);
        server.createContext("/curriculum/v1/workshops/", this::roster);
        server.createContext("/curriculum/v1/past-workshops", new PastOnes()::handle);
        server.setExecutor(threads); // one answer may be held back while another is given
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "survey.token-url",
                url + "/token",
                "curriculum.url",
                url,
                "survey.public-url",
                "https://survey.example",
                "survey.client-secret",
                "client-secret-of-tests",
                "webhooks.allowed-addresses",
                "127.0.0.1",
                "survey.link-secret",
                secret('l'),
                "survey.pseudonym-secret",
                secret('p'));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    /** Grants a token that repeats the scope asked for, so that the roster can tell whose it is. */
    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean ours =
                form.contains("client_id=survey-service") && form.contains("client_secret=client-secret-of-tests");
        String scope = form.replaceAll(".*scope=organization%3A([^&]*).*", "$1");
        answer(exchange, ours ? 200 : 401, "{\"access_token\":\"for-" + scope + "\",\"expires_in\":300}");
    }

    private void roster(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String workshop = path[4];
        String roster = System.getProperty("test." + path[5] + "." + workshop); // "roster" or "facilitators"
        String alias = System.getProperty("test.roster-of." + workshop);
        boolean entitled =
                ("Bearer for-" + alias).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (System.getProperties().remove("test." + path[5] + "-held." + workshop) instanceof CyclicBarrier held) {
            meet(held); // the list has been read
            meet(held); // and may be answered
        }
        if (roster == null) {
            answer(exchange, 503, "{}");
        } else {
            answer(exchange, entitled ? 200 : 403, entitled ? roster : "{}");
        }
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IOException(failure);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String secret(char of) {
        return Base64.getEncoder().encodeToString(String.valueOf(of).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
