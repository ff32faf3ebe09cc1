package org.mentoringcommons.provisioning.signin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A campus that shows metadata, or fails to, as a test says. */
final class ShownMetadata implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger readings = new AtomicInteger();
    private volatile String document;

    ShownMetadata(String document) {
        this.document = document;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/metadata", exchange -> {
            readings.incrementAndGet();
            byte[] shown = this.document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(shown.length == 0 ? 404 : 200, shown.length == 0 ? -1 : shown.length);
            exchange.getResponseBody().write(shown);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/metadata";
    }

    /** From now on; nothing at all if it is empty. */
    void show(String other) {
        document = other;
    }

    int readings() {
        return readings.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
