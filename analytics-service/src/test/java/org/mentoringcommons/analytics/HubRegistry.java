package org.mentoringcommons.analytics;

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

/**
 * Stands in the place of the registry of hubs, as the contract between the services describes it; the real one is met in
 * the acceptance tests. Whoever is called {@code admin of north} administers north.
 */
public class HubRegistry implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/identity/v1/hubs/", this::hub);
        server.start();
        return Map.of("identity.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void hub(HttpExchange exchange) throws IOException {
        String hub = exchange.getRequestURI().getPath().substring("/identity/v1/hubs/".length());
        String token = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        int status = hub.equals("away") ? 500 : claims.contains("\"admin of " + hub + "\"") ? 200 : 404;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
