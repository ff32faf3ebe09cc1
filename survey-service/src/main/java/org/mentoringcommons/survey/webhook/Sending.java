package org.mentoringcommons.survey.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends a message, once, over a connection of its own, without keeping a thread waiting. Nothing of an answer is used but its
 * status; of its body only a little is taken, so that the endpoint can finish, and then the connection is cut.
 */
@ApplicationScoped
class Sending {

    /** Of an answer's body. */
    private static final int MOST_TAKEN = 16 * 1024;

    private static final Duration TO_FINISH = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final HttpClient client;

    @Inject
    Sending(Vertx vertx) {
        this(vertx, null);
    }

    /** @param trusted whose certificates are taken; null for those that everybody takes */
    Sending(Vertx vertx, TrustOptions trusted) {
        this.vertx = vertx;
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setKeepAlive(false)
                        .setMaxPoolSize(10_000) // a lane sends one at a time; many institutions may share one host
                        .setDecompressionSupported(false)
                        .setVerifyHost(true)
                        .setTrustOptions(trusted))
                // else what strangers answer instead of HTTP would be quoted in our log
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }

    /** Completes with what came of it, within this time; never exceptionally. */
    CompletableFuture<Outcome> send(Endpoint endpoint, Map<String, String> headers, String body, Duration patience) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        CompletableFuture<HttpClientRequest> request = new CompletableFuture<>();
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), late -> {
            if (outcome.complete(Outcome.TIMEOUT)) {
                request.thenAccept(HttpClientRequest::reset);
            }
        });
        client.request(options(endpoint, headers, patience))
                .onFailure(failure -> outcome.complete(of(failure)))
                .onSuccess(connected -> {
                    request.complete(connected);
                    connected.exceptionHandler(failure -> outcome.complete(of(failure)));
                    if (outcome.isDone()) {
                        connected.reset();
                        return;
                    }
                    connected
                            .send(Buffer.buffer(body))
                            .onFailure(failure -> outcome.complete(of(failure)))
                            .onSuccess(response -> {
                                outcome.complete(Outcome.ofStatus(response.statusCode()));
                                letFinish(response);
                            });
                });
        return outcome.whenComplete((done, never) -> vertx.cancelTimer(timer));
    }

    private static RequestOptions options(Endpoint endpoint, Map<String, String> headers, Duration patience) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        endpoint.port(), endpoint.address().getHostAddress()))
                .setHost(Endpoint.host(endpoint.url()))
                .setPort(endpoint.port())
                .setSsl(endpoint.secure())
                .setURI(endpoint.target())
                .setFollowRedirects(false)
                .setConnectTimeout(patience.toMillis());
        headers.forEach(options::putHeader);
        return options;
    }

    private void letFinish(HttpClientResponse response) {
        long timer = vertx.setTimer(
                TO_FINISH.toMillis(), late -> response.request().connection().close());
        long[] taken = {0};
        response.handler(part -> {
            taken[0] += part.length();
            if (taken[0] > MOST_TAKEN) {
                response.request().connection().close();
            }
        });
        response.endHandler(ended -> vertx.cancelTimer(timer));
        response.exceptionHandler(cut -> vertx.cancelTimer(timer));
    }

    private static Outcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Outcome.CERTIFICATE_REFUSED;
            }
            if (cause instanceof TimeoutException) {
                return Outcome.TIMEOUT;
            }
        }
        return Outcome.UNREACHABLE;
    }
}
