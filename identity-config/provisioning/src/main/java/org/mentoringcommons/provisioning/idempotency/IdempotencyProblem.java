package org.mentoringcommons.provisioning.idempotency;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import org.mentoringcommons.tenancy.Refusal;

/** Why a request with an Idempotency-Key is not taken up. */
final class IdempotencyProblem {

    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_AFTER_SECONDS = 3;

    private IdempotencyProblem() {}

    static HttpProblem underWay() {
        HttpProblem refused = Refusal.conflict("request-under-way", "The same request is still under way")
                .detail("Send it again in a few seconds; then its answer is there.")
                .violation(IdempotencyKey.HEADER, "is being worked on")
                .problem();
        return HttpProblem.builder(refused)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    static HttpProblem another() {
        HttpProblem refused = Refusal.badRequest("idempotency-key-reused", "Another request had this Idempotency-Key")
                .detail("A key names one request: the same method, path and body. Take a new key for a new request.")
                .violation(IdempotencyKey.HEADER, "was used for another request within the last 24 hours")
                .problem();
        return HttpProblem.builder(refused).withStatus(UNPROCESSABLE).build();
    }
}
