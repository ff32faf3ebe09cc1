package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Refuses what is more than the service takes with a problem document, or a page, before the framework does so with nothing:
 * what announces how much it is, before anything else; what does not (chunks, HTTP/2 without a length), once it is read too
 * far.
 */
class BodyLimit {

    /** Before everything else, also before the framework's own limit. */
    private static final int FIRST = 1_000;

    private static final String REFUSED = BodyLimit.class.getName();

    private final long most;
    private final long usual;
    private final Predicate<String> files;
    private final EarlyAnswer early;
    private final CurrentVertxRequest current;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            Limits limits,
            EarlyAnswer early,
            CurrentVertxRequest current) {
        this.most = most.asLongValue();
        this.usual = Math.min(this.most, limits.usualBody().asLongValue());
        this.files = limits.files()
                .map(paths -> Pattern.compile(paths).asMatchPredicate())
                .orElse(path -> true);
        this.early = early;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::announced, FIRST);
    }

    private void announced(RoutingContext http) {
        String length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit(http)) { // whatever is no number was refused before
            early.refuse(http.request(), problem(limit(http)));
        } else {
            http.next();
        }
    }

    /** After it is known who asks; nothing has been read yet. */
    @ServerRequestFilter(priority = Priorities.ENTITY_CODER, nonBlocking = true)
    public void unannounced(ResteasyReactiveContainerRequestContext request) {
        RoutingContext http = current.getCurrent();
        if (isUnannounced(http.request())) {
            http.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY); // else the framework is first again
            ResteasyReactiveRequestContext body = (ResteasyReactiveRequestContext) request.getServerRequestContext();
            request.setEntityStream(new LimitedBody(() -> body.serverRequest().createInputStream(), limit(http), () -> {
                HttpProblem problem = problem(limit(http));
                request.setProperty(REFUSED, problem);
                http.addEndHandler(answered -> early.drop(http.request()));
                return problem;
            }));
        }
    }

    /** Whatever the reader of the body made of the refusal, and for people a page. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(REFUSED) instanceof HttpProblem problem) {
            HttpServerRequest http = current.getCurrent().request();
            Response answer = early.page(http, problem).orElseGet(problem::toResponse);
            response.setStatus(answer.getStatus());
            response.setEntity(answer.getEntity(), new Annotation[0], answer.getMediaType());
            answer.getStringHeaders()
                    .forEach((name, values) -> response.getHeaders().putSingle(name, String.join(", ", values)));
            EarlyAnswer.headers(http).forEach(response.getHeaders()::putSingle);
        }
    }

    private static boolean isUnannounced(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && (request.version() == HttpVersion.HTTP_2 || request.getHeader("Transfer-Encoding") != null);
    }

    private long limit(RoutingContext http) {
        return files.test(http.normalizedPath()) ? most : usual;
    }

    private static HttpProblem problem(long limit) {
        return Refusal.of("too-large", Response.Status.REQUEST_ENTITY_TOO_LARGE, "More was sent than is taken")
                .detail("At most " + limit + " bytes are taken.")
                .problem();
    }
}
