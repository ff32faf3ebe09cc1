package org.mentoringcommons.analytics.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A "choose all that apply" question with both denominators: people who answered it and choices made. People who skipped the
 * question are in neither: missing is not zero. Mergeable; immutable.
 *
 * @param respondents people who answered the question, also those who chose nothing
 * @param missing people who skipped it
 * @param chosen how many people chose each option
 */
public record MultiSelect(long respondents, long missing, Map<String, Long> chosen) {
    /** How the shares are defined. */
    public static final Method METHOD = Method.first("multiple response, base respondents and base choices");

    /** @throws IllegalArgumentException if a count is negative or an option was chosen by more than answered */
    public MultiSelect {
        chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
        long most = respondents;
        if (respondents < 0 || missing < 0 || chosen.values().stream().anyMatch(count -> count < 0 || count > most)) {
            throw new IllegalArgumentException("impossible counts: " + respondents + ", " + missing + ", " + chosen);
        }
    }

    /** {@return the number of choices made by all respondents} */
    public long choices() {
        return chosen.values().stream().reduce(0L, Math::addExact);
    }

    /** {@return the share of respondents who chose an option; shares add up to more than 1} */
    public Proportion ofRespondents(String option) {
        return new Proportion(chosen.getOrDefault(option, 0L), respondents);
    }

    /** {@return the share of all choices that were this option; shares add up to 1} */
    public Proportion ofChoices(String option) {
        return new Proportion(chosen.getOrDefault(option, 0L), choices());
    }

    /** {@return the answers of both} */
    public MultiSelect plus(MultiSelect other) {
        TreeMap<String, Long> sum = new TreeMap<>(chosen);
        other.chosen.forEach((option, count) -> sum.merge(option, count, Math::addExact));
        return new MultiSelect(respondents + other.respondents, missing + other.missing, sum);
    }
}
