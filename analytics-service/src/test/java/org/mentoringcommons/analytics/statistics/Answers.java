package org.mentoringcommons.analytics.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What our statistics say, by reference id; computed when asked, so that one failure fails one id. */
final class Answers {
    private final Map<String, Supplier<Object>> byId = new HashMap<>();

    /** A prefixed view for one scale, item or pair of waves. */
    record Section(Answers answers, String prefix) {
        Section put(String id, Supplier<Object> answer) {
            answers.byId.put(prefix + id, answer);
            return this;
        }

        Section in(String name) {
            return new Section(answers, prefix + name + ".");
        }
    }

    Section all() {
        return new Section(this, "");
    }

    /** The numbers of an answer, null for one that is absent; empty if the id is unknown. */
    Optional<List<BigDecimal>> to(String id) {
        Supplier<Object> answer = byId.get(id);
        return answer == null
                ? Optional.empty()
                : Optional.of(numbers(answer.get()).toList());
    }

    private static Stream<BigDecimal> numbers(Object answer) {
        if (answer instanceof OptionalDouble some) {
            return numbers(some.isPresent() ? some.getAsDouble() : null);
        }
        if (answer instanceof OptionalLong some) {
            return numbers(some.isPresent() ? some.getAsLong() : null);
        }
        if (answer instanceof Optional<?> some) {
            return some.isPresent() ? numbers(some.get()) : Collections.<BigDecimal>nCopies(2, null).stream();
        }
        if (answer instanceof Interval interval) {
            return numbers(List.of(interval.lower(), interval.upper()));
        }
        if (answer instanceof Quantiles.FiveNumbers five) {
            return numbers(List.of(five.minimum(), five.lower(), five.median(), five.upper(), five.maximum()));
        }
        if (answer instanceof double[] many) {
            return Arrays.stream(many).mapToObj(BigDecimal::new);
        }
        if (answer instanceof List<?> many) {
            return many.stream().flatMap(Answers::numbers);
        }
        if (answer instanceof BigInteger integer) {
            return Stream.of(new BigDecimal(integer));
        }
        // an absent number is a null element, which Stream.of(T) keeps
        return Stream.of((BigDecimal) (answer == null ? null : new BigDecimal(answer.toString())))
                .limit(1);
    }
}
