package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
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
 * The headers are those of the IETF's draft "RateLimit header fields for HTTP" (11th).
 */
class FairnessFilter {

    private static final String CHARGED = FairnessFilter.class.getName();
    private static final Response PROCEED = null;
    private static final long A_MOMENT = 1;
    private static final long NOW_AND_THEN = 100; // ms; few enough to cost nothing, a tenth of what is called recent

    private final Accounts accounts;
    private final Lanes lanes;
    private final SlowRefusals refusals;
    private final Limits limits;
    private final CurrentVertxRequest current;
    private final Vertx vertx;

    FairnessFilter(Accounts accounts, Limits limits, CurrentVertxRequest current, Vertx vertx) {
        this.accounts = accounts;
        this.lanes = new Lanes(
                limits.atOnce(),
                limits.waiting(),
                limits.processors().orElse(Runtime.getRuntime().availableProcessors()),
                System::nanoTime);
        this.refusals = new SlowRefusals(
                limits.refusal(), limits.waiting(), (after, bell) -> vertx.setTimer(after, rung -> bell.run()));
        this.limits = limits;
        this.current = current;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(NOW_AND_THEN, time -> lanes.timePasses());
    }

    /** After the standing of the institution is known to be good. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1, nonBlocking = true)
    public Uni<Response> admit(ContainerRequestContext request, HttpHeaders headers) {
        RoutingContext http = current.getCurrent();
        Accounts.Charge charge = accounts.charge(request.getUriInfo(), http.request());
        request.setProperty(CHARGED, charge);
        if (!charge.exceeded().isEmpty()) {
            return slowly(refused(charge, headers));
        }
        return charge.lane() == null
                ? Uni.createFrom().item(PROCEED)
                : turn(charge, http).flatMap(may -> {
                    if (may) {
                        return Uni.createFrom().item(PROCEED);
                    }
                    request.removeProperty(CHARGED); // what is left of the quotas is not what it waits for
                    return slowly(refused(charge, headers));
                });
    }

    private Uni<Response> slowly(Response refused) {
        return Uni.createFrom().completionStage(refusals.tell(refused));
    }

    /** Whether the request's turn has come; false if it has waited too long for it. */
    private Uni<Boolean> turn(Accounts.Charge charge, RoutingContext http) {
        Lanes.Turn turn = lanes.enter(charge.lane());
        http.addEndHandler(ended -> turn.leave()); // answered, failed or hung up
        if (!turn.come().isDone()) {
            long bell = vertx.setTimer(limits.patience().toMillis(), rung -> turn.giveUp());
            turn.come().whenComplete((may, never) -> vertx.cancelTimer(bell));
        }
        return Uni.createFrom().completionStage(turn.come());
    }

    /** What the caller has left, on every answer that was counted; if that is the reason for a refusal, nothing else. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CHARGED) instanceof Accounts.Charge charge
                && !charge.answers().isEmpty()) {
            List<Bucket.Answer> limiting = charge.exceeded().isEmpty() ? charge.answers() : charge.exceeded();
            response.getHeaders().putSingle("RateLimit-Policy", joined(charge.answers(), answer -> answer.quota()
                    .policy()));
            response.getHeaders().putSingle("RateLimit", joined(limiting, Bucket.Answer::item));
        }
    }

    private static String joined(List<Bucket.Answer> answers, Function<Bucket.Answer, String> item) {
        return answers.stream().map(item).collect(Collectors.joining(", "));
    }

    private Response refused(Accounts.Charge charge, HttpHeaders headers) {
        List<Bucket.Answer> exceeded = charge.exceeded();
        long seconds = exceeded.stream().mapToLong(Bucket.Answer::retry).max().orElse(A_MOMENT);
        Refusal refusal = Refusal.of(
                        "rate-limited",
                        Response.Status.TOO_MANY_REQUESTS,
                        exceeded.isEmpty()
                                ? "Too many requests of the same institution at once"
                                : "The quota of requests is used up")
                .detail("Try again in " + seconds + (seconds == 1 ? " second." : " seconds."));
        if (!exceeded.isEmpty()) {
            refusal.with(
                    "violated-policies",
                    exceeded.stream().map(answer -> answer.quota().name()).toList());
        }
        HttpProblem problem = refusal.problem();
        Response answer = accounts.page(headers, problem).orElseGet(problem::toResponse);
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
