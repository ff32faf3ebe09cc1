package org.mentoringcommons.analytics.instrument;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one person answered; never leaves the service as such. */
@JsonIgnoreType
public final class Answers {

    private final Map<String, Answer> given;

    Answers(Map<String, Answer> given) {
        this.given = given;
    }

    /** {@return the codes chosen at an item; empty if it was not answered} */
    public List<String> codes(String item) {
        return Optional.ofNullable(given.get(item)).map(Answer::codes).orElse(List.of());
    }

    /** {@return before and now at a then/now item, if answered} */
    public Optional<Answer.Pair> pair(String item) {
        return given.get(item) instanceof Answer.Pair pair ? Optional.of(pair) : Optional.empty();
    }

    /** {@return the integer sums of a scale's items before and now; none unless every item was answered} */
    public Optional<Answer.Pair> sums(Scale scale) {
        int then = 0;
        int now = 0;
        for (String item : scale.items()) {
            if (!(given.get(item) instanceof Answer.Pair pair)) {
                return Optional.empty();
            }
            then += pair.then();
            now += pair.now();
        }
        return Optional.of(new Answer.Pair(then, now));
    }
}
