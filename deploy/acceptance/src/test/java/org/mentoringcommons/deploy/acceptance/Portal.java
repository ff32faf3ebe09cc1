package org.mentoringcommons.deploy.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An institution's portal: the page of {@code portal/}, compiled, behind a web server of its own.
 */
final class Portal implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=UTF-8", "css", "text/css", "js", "text/javascript", "json", "application/json");

    private final HttpServer server;
    private volatile String settings = "{}";

    Portal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where the page is, and people come back to. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** What the page asks its web server for first. */
    void tells(String settings) {
        this.settings = settings;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.equals("/") ? "index.html" : path.substring(1);
        byte[] body = name.equals("settings.json") ? settings.getBytes(StandardCharsets.UTF_8) : file(name);
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().add("Content-Type", TYPES.get(name.replaceFirst(".*\\.", "")));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] file(String name) throws IOException {
        for (Path folder : List.of(TypeScript.PAGE, TypeScript.BUILT)) {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
