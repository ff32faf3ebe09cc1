package org.mentoringcommons.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 400 for a JSON body that is not of the form the operation takes. Names the field and what was expected; the parser's
 * own sentences stay out, because they quote what was sent and name our classes.
 */
final class UnreadableBodyProblem {

    private UnreadableBodyProblem() {}

    /** It is no JSON. */
    @Provider
    @Priority(1)
    public static class Malformed implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException refused) {
            return refused instanceof JsonMappingException mapping
                    ? answer(mapping, "has the wrong form")
                    : Refusal.badRequest("unreadable-body", "The body is not well-formed JSON")
                            .problem()
                            .toResponse();
        }
    }

    /** An object, list or plain value stands where another was expected. */
    @Provider
    @Priority(1)
    public static class Mismatched implements ExceptionMapper<MismatchedInputException> {
        @Override
        public Response toResponse(MismatchedInputException refused) {
            return answer(refused, "has the wrong form");
        }
    }

    /** A value is not of its type. */
    @Provider
    @Priority(1)
    public static class Ill implements ExceptionMapper<InvalidFormatException> {
        @Override
        public Response toResponse(InvalidFormatException refused) {
            return answer(refused, expected(refused.getTargetType()));
        }
    }

    /** A property is not known. */
    @Provider
    @Priority(1)
    public static class Unknown implements ExceptionMapper<UnrecognizedPropertyException> {
        @Override
        public Response toResponse(UnrecognizedPropertyException refused) {
            return answer(refused, "is not known here");
        }
    }

    private static Response answer(JsonMappingException refused, String message) {
        return Refusal.badRequest("unreadable-body", "The body is not of the form this takes")
                .violation(field(refused), message)
                .problem()
                .toResponse();
    }

    private static String field(JsonMappingException refused) {
        return refused.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getFields())
                            .filter(Field::isEnumConstant)
                            .map(UnreadableBodyProblem::word)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "must be an instant such as 2026-03-02T14:00:00Z";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        return "has the wrong form";
    }

    private static String word(Field constant) {
        JsonProperty named = constant.getAnnotation(JsonProperty.class);
        return named == null ? constant.getName() : named.value();
    }
}
