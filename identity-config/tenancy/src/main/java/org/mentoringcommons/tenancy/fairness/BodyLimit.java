package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Refuses what announces more than the service takes with a problem document, or a page, before the framework does so with
 * nothing. What is sent all the same is read and dropped for a while: a browser reads no answer before it has finished.
 */
@ApplicationScoped
class BodyLimit {

    /** Before everything else, also before the framework's own limit. */
    private static final int FIRST = 1_000;

    private static final long PATIENCE_MILLIS = 10_000;

    private final long limit;
    private final Instance<PublicLinks> links;
    private final Vertx vertx;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            Instance<PublicLinks> links,
            Vertx vertx) {
        this.limit = limit.asLongValue();
        this.links = links;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (announced(request.request()) > limit) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length); // whatever is no number was refused before
    }

    private void refuse(RoutingContext request) {
        HttpProblem problem = Refusal.of(
                        "too-large", Response.Status.REQUEST_ENTITY_TOO_LARGE, "More was sent than is taken")
                .detail("At most " + limit + " bytes are taken.")
                .problem();
        HttpServerResponse answer = request.response().setStatusCode(problem.getStatusCode());
        answer.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("Connection", "close");
        page(request.request(), problem)
                .ifPresentOrElse(
                        page -> {
                            page.getStringHeaders()
                                    .forEach((name, values) -> answer.putHeader(name, String.join(", ", values)));
                            answer.end(page.getEntity().toString());
                        },
                        () -> answer.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                                .end(new JsonObject()
                                        .put("type", problem.getType().toString())
                                        .put("status", problem.getStatusCode())
                                        .put("title", problem.getTitle())
                                        .put("detail", problem.getDetail())
                                        .encode()));
        long bell = vertx.setTimer(
                PATIENCE_MILLIS, rung -> request.request().connection().close());
        request.request()
                .handler(dropped -> {})
                .exceptionHandler(gone -> vertx.cancelTimer(bell))
                .endHandler(read -> {
                    vertx.cancelTimer(bell);
                    request.request().connection().close();
                })
                .resume();
    }

    private Optional<Response> page(HttpServerRequest request, HttpProblem problem) {
        return links.isResolvable()
                ? links.get().page(new HttpHeadersImpl(request.headers()), problem)
                : Optional.empty();
    }
}
