package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;

/**
 * An answer to a request that has not been read. What is sent all the same is read and dropped for a while: a browser reads
 * no answer before it has finished. Then the connection ends, but by HTTP/2, where others are answered on it, only the
 * stream.
 */
@ApplicationScoped
class EarlyAnswer {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final long NO_ERROR = 0; // of RFC 9113: what was sent was answered, no more of it is wanted

    private final Instance<PublicLinks> links;
    private final Vertx vertx;

    EarlyAnswer(Instance<PublicLinks> links, Vertx vertx) {
        this.links = links;
        this.vertx = vertx;
    }

    void refuse(HttpServerRequest request, HttpProblem problem) {
        HttpServerResponse answer = request.response().setStatusCode(problem.getStatusCode());
        headers(request).forEach(answer::putHeader);
        write(answer, page(request, problem), problem);
        drop(request);
    }

    static Map<String, String> headers(HttpServerRequest request) {
        return isShared(request)
                ? Map.of(HttpHeaders.CACHE_CONTROL, "no-store")
                : Map.of(HttpHeaders.CACHE_CONTROL, "no-store", "Connection", "close");
    }

    /** The same for whoever looks at a page. */
    Optional<Response> page(HttpServerRequest request, HttpProblem problem) {
        return links.isResolvable()
                ? links.get().page(new HttpHeadersImpl(request.headers()), problem)
                : Optional.empty();
    }

    private static void write(HttpServerResponse answer, Optional<Response> page, HttpProblem problem) {
        page.ifPresentOrElse(
                html -> {
                    html.getStringHeaders()
                            .forEach((name, values) -> answer.putHeader(name, String.join(", ", values)));
                    answer.end(html.getEntity().toString());
                },
                () -> answer.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                        .end(new JsonObject()
                                .put("type", problem.getType().toString())
                                .put("status", problem.getStatusCode())
                                .put("title", problem.getTitle())
                                .put("detail", problem.getDetail())
                                .encode()));
    }

    /** Reads on, after the answer. */
    void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            end(request);
            return;
        }
        long bell = vertx.setTimer(PATIENCE_MILLIS, rung -> giveUp(request));
        request.handler(dropped -> {})
                .exceptionHandler(gone -> vertx.cancelTimer(bell))
                .endHandler(read -> {
                    vertx.cancelTimer(bell);
                    end(request);
                })
                .resume();
    }

    private static void end(HttpServerRequest request) {
        if (!isShared(request)) {
            request.connection().close();
        }
    }

    private static void giveUp(HttpServerRequest request) {
        if (isShared(request)) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }

    private static boolean isShared(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }
}
