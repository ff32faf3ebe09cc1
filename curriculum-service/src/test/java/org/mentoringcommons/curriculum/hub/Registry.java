package org.mentoringcommons.curriculum.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;

/**
 * The registry where it is not under test: the hub {@code midwest} is administered by {@code admin-of-midwest} and seen by
 * operators, and whoever asks for {@code broken} finds it out of order. What it says is the contract of identity's
 * {@code GET /identity/v1/hubs/{hub}}, which the acceptance tests hold with the real one.
 */
public class Registry implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/identity/v1/hubs/", this::answer);
            server.start();
            return Map.of(
                    "curriculum.identity-url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            String path = asked.getRequestURI().getPath();
            String hub = path.substring(path.lastIndexOf('/') + 1);
            String token = asked.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            String subject = new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .get("sub")
                    .asText();
            boolean known = subject.equals("admin-of-" + hub) || subject.equals("person-of-the-platform");
            asked.sendResponseHeaders(hub.equals("broken") ? 500 : known ? 200 : 404, -1);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
