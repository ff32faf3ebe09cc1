package org.mentoringcommons.tenancy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;

/**
 * Gives the problems that frameworks raise a stable type too, from their status: {@code bad-request}, {@code
 * not-found}, {@code method-not-allowed} …; and drops details that only repeat the status.
 */
@ApplicationScoped
class ProblemTypes implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        HttpProblem.Builder typed = HttpProblem.builder(problem)
                .withType(URI.create(Refusal.TYPES
                        + problem.getStatus()
                                .getReasonPhrase()
                                .toLowerCase(Locale.ROOT)
                                .replace(' ', '-')));
        if (problem.getDetail() != null && problem.getDetail().startsWith("HTTP ")) {
            typed.withDetail(null);
        }
        return typed.build();
    }
}
