package org.mentoringcommons.tenancy.fairness;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Counts every request on its accounts and lets it take its turn, before a worker thread or a connection is taken for it.
 * The headers are those of the IETF's draft "RateLimit header fields for HTTP".
 */
class FairnessFilter {

    private static final String CHARGED = FairnessFilter.class.getName();
    private static final Response PROCEED = null;
    private static final long A_MOMENT = 1;

    private final Accounts accounts;
    private final Lanes lanes;
    private final Limits limits;
    private final CurrentVertxRequest current;
    private final Vertx vertx;

    FairnessFilter(Accounts accounts, Limits limits, CurrentVertxRequest current, Vertx vertx) {
        this.accounts = accounts;
        this.lanes = new Lanes(limits.atOnce(), limits.waiting());
        this.limits = limits;
        this.current = current;
        this.vertx = vertx;
    }

    /** After the standing of the institution is known to be good. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1, nonBlocking = true)
    public Uni<Response> admit(ContainerRequestContext request) {
        RoutingContext http = current.getCurrent();
        Accounts.Charge charge = accounts.charge(request.getUriInfo(), http.request());
        request.setProperty(CHARGED, charge.answers());
        long retry =
                charge.answers().stream().mapToLong(Bucket.Answer::retry).max().orElse(0);
        if (retry > 0) {
            return Uni.createFrom().item(refused("The quota of requests is used up", retry));
        }
        return charge.lane() == null ? Uni.createFrom().item(PROCEED) : turn(charge.lane(), http);
    }

    private Uni<Response> turn(String account, RoutingContext http) {
        Lanes.Turn turn = lanes.enter(account);
        http.addEndHandler(ended -> turn.leave()); // answered, failed or hung up
        if (!turn.come().isDone()) {
            long bell = vertx.setTimer(limits.patience().toMillis(), rung -> turn.giveUp());
            turn.come().whenComplete((may, never) -> vertx.cancelTimer(bell));
        }
        return Uni.createFrom()
                .completionStage(turn.come())
                .map(may -> may ? PROCEED : refused("Too many requests of the same institution at once", A_MOMENT));
    }

    /** What the caller has left, on every answer that was counted. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CHARGED) instanceof List<?> charged && !charged.isEmpty()) {
            response.getHeaders().putSingle("RateLimit-Policy", joined(charged, answer -> answer.quota()
                    .policy()));
            response.getHeaders().putSingle("RateLimit", joined(charged, Bucket.Answer::item));
        }
    }

    private static String joined(List<?> charged, Function<Bucket.Answer, String> item) {
        return charged.stream().map(Bucket.Answer.class::cast).map(item).collect(Collectors.joining(", "));
    }

    private static Response refused(String title, long seconds) {
        Response problem = Refusal.of("rate-limited", Response.Status.TOO_MANY_REQUESTS, title)
                .detail("Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                .problem()
                .toResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
