package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The address that was looked at is connected to; the certificate is held against the name all the same. */
@Timeout(60)
class CertificateTest {

    private static final String NAME = "portal.invalid";
    private static final String PASSWORD = "of-a-test";

    @TempDir
    private static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private PfxOptions keys;
    private HttpServer server;

    @BeforeEach
    void aPortalWithACertificateForItsName() throws Exception {
        Path store = folder.resolve("portal.p12");
        if (!Files.exists(store)) {
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "portal",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + NAME,
                            "-ext",
                            "san=dns:" + NAME,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD,
                            "-validity",
                            "30")
                    .inheritIO()
                    .start();
            assertThat(made.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(made.exitValue()).isZero();
        }
        keys = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
        server = done(vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(keys)
                        .setHost("127.0.0.1"))
                .requestHandler(request -> {
                    arrived.add(request.authority() + request.uri());
                    request.response().setStatusCode(204).end();
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture());
    }

    @AfterEach
    void nothingIsLeft() {
        done(vertx.close().toCompletionStage().toCompletableFuture());
    }

    @Test
    void one_for_the_name_will_do_though_the_address_is_connected_to() {
        assertThat(send(NAME, keys)).isEqualTo(new Outcome(true, "status-204"));

        assertThat(arrived).containsExactly(NAME + ":" + server.actualPort() + "/hooks?for=us");
    }

    @Test
    void one_for_another_name_will_not() {
        assertThat(send("other.invalid", keys)).isEqualTo(Outcome.CERTIFICATE_REFUSED);
        assertThat(arrived).isEmpty();
    }

    @Test
    void one_that_nobody_vouches_for_will_not() {
        assertThat(send(NAME, null)).isEqualTo(Outcome.CERTIFICATE_REFUSED);
        assertThat(arrived).isEmpty();
    }

    private Outcome send(String name, TrustOptions trusted) {
        Endpoint endpoint = new Endpoint(
                URI.create("https://" + name + ":" + server.actualPort() + "/hooks?for=us"),
                InetAddress.getLoopbackAddress());
        return done(
                new Sending(vertx, trusted).send(endpoint, Map.of("webhook-id", "1"), "{}", Duration.ofSeconds(40)));
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(50, TimeUnit.SECONDS).join();
    }
}
