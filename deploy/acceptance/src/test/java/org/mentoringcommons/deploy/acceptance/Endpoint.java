package org.mentoringcommons.deploy.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;

/** A portal's own system, which is told what happens. */
final class Endpoint implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> arrived = new CopyOnWriteArrayList<>();

    Endpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/hooks", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** What arrived of this type: {@code id}, {@code timestamp}, {@code signature} and {@code body}. */
    List<JsonNode> messages(String type) {
        return arrived.stream()
                .filter(message -> payload(message).get("type").asText().equals(type))
                .toList();
    }

    /** The first of this type, once it is there. */
    JsonNode awaitMessage(String type) {
        Eventually.assertThat(
                () -> Assertions.assertThat(messages(type)).as(type).isNotEmpty());
        return messages(type).get(0);
    }

    static JsonNode payload(JsonNode message) {
        try {
            return JSON.readTree(message.get("body").asText());
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Whether the secret vouches for it, by the words of Standard Webhooks. */
    static boolean isSigned(JsonNode message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            String content =
                    message.get("id").asText() + "." + message.get("timestamp").asText() + "."
                            + message.get("body").asText();
            String expected =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            return List.of(message.get("signature").asText().split(" ")).contains(expected);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        arrived.add(JSON.createObjectNode()
                .put("id", exchange.getRequestHeaders().getFirst("webhook-id"))
                .put("timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"))
                .put("signature", exchange.getRequestHeaders().getFirst("webhook-signature"))
                .put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
