package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endpoints of other people, as bad as they come. */
@Timeout(60)
class SendingTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int MEGABYTE = 1 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final Sending sending = new Sending(vertx);
    private ServerSocket server;

    @BeforeEach
    void anEndpoint() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void one_that_takes_the_message_and_says_nothing_has_had_its_time() {
        CompletableFuture<Void> cut = serve(socket -> readToEnd(socket));

        assertThat(send(SHORT)).isEqualTo(Outcome.TIMEOUT);

        assertThat(cut).as("its connection is cut").succeedsWithin(40, TimeUnit.SECONDS);
    }

    @Test
    void one_that_does_not_even_take_the_connection_has_had_its_time() {
        assertThat(send(SHORT)).isEqualTo(Outcome.TIMEOUT); // nobody accepts
    }

    @Test
    void one_that_begins_to_answer_and_never_ends_has_had_its_time() {
        serve(socket -> {
            socket.getOutputStream().write("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII));
            readToEnd(socket);
        });

        assertThat(send(SHORT)).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void of_an_answer_of_ten_megabytes_little_is_taken() {
        long[] written = {0};
        CompletableFuture<Void> cut = serve(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + 10 * MEGABYTE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] part = new byte[64 * 1024];
            while (written[0] < 10L * MEGABYTE) {
                out.write(part);
                written[0] += part.length;
            }
            readToEnd(socket);
        });

        assertThat(send(LONG)).isEqualTo(new Outcome(true, "status-200"));

        cut.handle((done, broken) -> null).orTimeout(40, TimeUnit.SECONDS).join();
        assertThat(written[0]).as("what stood in buffers was written too").isLessThan(10L * MEGABYTE);
    }

    @Test
    void a_yes_is_a_yes_though_its_body_never_ends() {
        CompletableFuture<Void> cut = serve(socket -> {
            socket.getOutputStream()
                    .write("HTTP/1.1 202 OK\r\nContent-Length: 100\r\n\r\nyes".getBytes(StandardCharsets.US_ASCII));
            readToEnd(socket);
        });

        assertThat(send(LONG)).isEqualTo(new Outcome(true, "status-202"));

        assertThat(cut).as("its connection is cut").succeedsWithin(40, TimeUnit.SECONDS);
    }

    @Test
    void headers_without_end_and_what_is_no_http_are_no_answer() {
        serve(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int line = 0; line < 10_000; line++) {
                out.write(("x-" + line + ": " + "y".repeat(100) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        assertThat(send(LONG).delivered()).isFalse();

        serve(socket ->
                socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(send(LONG).delivered()).isFalse();
    }

    @Test
    void one_where_nobody_listens_is_unreachable() throws IOException {
        server.close();

        assertThat(send(LONG)).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void one_that_speaks_no_tls_where_it_should_is_no_endpoint() {
        serve(socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            readToEnd(socket);
        });

        assertThat(send("https", LONG)).isEqualTo(Outcome.CERTIFICATE_REFUSED);
    }

    private Outcome send(Duration patience) {
        return send("http", patience);
    }

    private Outcome send(String scheme, Duration patience) {
        Endpoint endpoint = new Endpoint(
                URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/hooks"),
                InetAddress.getLoopbackAddress());
        return sending.send(endpoint, Map.of("webhook-id", "1"), "{}", patience).join();
    }

    private interface Serving {
        void serve(Socket socket) throws IOException;
    }

    /** The next connection is served so. @return completes when it is over */
    private CompletableFuture<Void> serve(Serving serving) {
        return CompletableFuture.runAsync(() -> {
            try (Socket socket = server.accept()) {
                readHead(socket);
                serving.serve(socket);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }

    /** What speaks before it is spoken to is no HTTP at all. Until the body begins, or what is no text, as TLS is. */
    private static void readHead(Socket socket) throws IOException {
        int said = socket.getInputStream().read();
        while (said >= ' ' && said != '{' || said == '\r' || said == '\n') {
            said = socket.getInputStream().read();
        }
    }

    private static void readToEnd(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                continue; // nothing of it matters
            }
        } catch (java.net.SocketException reset) {
            return; // this, too, is an end
        }
    }
}
