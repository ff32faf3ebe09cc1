package org.mentoringcommons.curriculum.planning;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;
import org.mentoringcommons.tenancy.Refusal;

/** Agendas as they are asked for: in words, which may be wrong. */
public final class Proposals {

    private Proposals() {}

    /**
     * @param audience {@code mentee}, {@code mentor} or {@code combined}
     * @param budget {@code half_day} or {@code day}, in place of minutes; or null
     * @param minutes of each session, if there is no budget
     * @throws HttpProblem 400 {@code agenda-impossible} naming what is missing or wrong
     */
    public static Proposal asked(TaughtVersion version, String audience, String budget, List<Integer> minutes) {
        return Proposal.of(version, audience(audience), minutes(budget, minutes));
    }

    private static Audience audience(String word) {
        return Arrays.stream(Audience.values())
                .filter(audience -> audience.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> impossible("audience", "must be one of mentee, mentor, combined"));
    }

    private static List<Integer> minutes(String budget, List<Integer> minutes) {
        if ((budget == null) == minutes.isEmpty()) {
            throw impossible("minutes", "are given for each session, or else budget; not both");
        }
        return budget == null
                ? minutes
                : TimeBudget.of(budget)
                        .orElseThrow(() -> impossible("budget", "must be one of half_day, day"))
                        .minutes();
    }

    private static HttpProblem impossible(String field, String message) {
        return Refusal.badRequest("agenda-impossible", "No agenda can be proposed for this")
                .violation(field, message)
                .problem();
    }
}
