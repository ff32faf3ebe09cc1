package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One reference answer: a value with the R or Python call that made it. */
record Reference(String id, JsonNode value, String call, String engine, double tolerance) {
    static Reference of(JsonNode node) {
        return new Reference(
                node.get("id").asText(),
                node.get("value"),
                node.path("call").asText(),
                node.path("engine").asText(),
                node.path("rel_tol").asDouble());
    }

    boolean isComparable() {
        return !lastPart().startsWith("INFO_");
    }

    private boolean isKnownError() {
        return lastPart().startsWith("WRONG_");
    }

    private String lastPart() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    void judge(Answers answers) {
        Optional<List<BigDecimal>> ours = answers.to(id);
        if (ours.isEmpty()) {
            fail("unknown id %s: %s gives %s by %s", id, engine, value, call);
        }
        assertThat(agrees(ours.get()))
                .as(
                        "%s%n  ours      %s%n  reference %s%s%n  by %s: %s%n  relative tolerance %s",
                        id, ours.get(), isKnownError() ? "(must differ) " : "", value, engine, call, tolerance)
                .isEqualTo(!isKnownError());
    }

    private boolean agrees(List<BigDecimal> ours) {
        if (!value.isArray()) {
            return ours.size() == 1 && close(value, ours.get(0));
        }
        return ours.size() == value.size()
                && IntStream.range(0, ours.size()).allMatch(i -> close(value.get(i), ours.get(i)));
    }

    private boolean close(JsonNode expected, BigDecimal ours) {
        if (ours == null || !expected.isNumber()) {
            return ours == null && expected.isNull();
        }
        BigDecimal theirs = expected.isIntegralNumber()
                ? new BigDecimal(new BigInteger(expected.asText()))
                : expected.decimalValue();
        BigDecimal size = theirs.abs().max(ours.abs());
        BigDecimal allowed = size.multiply(BigDecimal.valueOf(tolerance)).max(new BigDecimal("1e-12"));
        return theirs.subtract(ours).abs().compareTo(allowed) <= 0;
    }
}
