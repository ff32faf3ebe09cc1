package org.mentoringcommons.analytics.release;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.mentoringcommons.tenancy.Refusal;

/** Why something cannot be done to a release. */
final class ReleaseProblems {

    private ReleaseProblems() {}

    static HttpProblem state(String type, String title, State state) {
        return Refusal.conflict(type, title)
                .violation("state", "is " + state.word())
                .problem();
    }

    static HttpProblem underWay() {
        return Refusal.conflict("release-under-way", "Its numbers are being computed already")
                .problem();
    }

    static HttpProblem frozen() {
        return Refusal.conflict(
                        "release-frozen", "A frozen release does not change; withdraw it by an erratum, make another")
                .violation("state", "is " + State.FROZEN.word())
                .problem();
    }

    static HttpProblem auditFailed() {
        return Refusal.conflict("audit-failed", "What would be published tells more than it may; see its findings")
                .violation("state", "is " + State.REFUSED.word())
                .problem();
    }

    static HttpProblem own() {
        return Refusal.of("own-release", Response.Status.FORBIDDEN, "Nobody approves a release of their own")
                .detail("Somebody else of the study's team than who drafted it and who had it computed approves it.")
                .violation("approvedBy", "drafted it or had it computed")
                .problem();
    }
}
