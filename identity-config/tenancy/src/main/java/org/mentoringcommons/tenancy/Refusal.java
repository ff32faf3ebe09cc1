package org.mentoringcommons.tenancy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request refused with an RFC 9457 problem document whose {@code type} is stable and whose {@code violations} name
 * the offending fields. Features declare theirs as constants-by-method and throw {@link #problem()}.
 */
public final class Refusal {

    static final String TYPES = "urn:mentoring-commons:problem:";

    private final String type;
    private final Response.StatusType status;
    private final String title;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private String detail;

    /**
     * What is wrong with one field.
     *
     * @param field the field's path in the request, such as {@code sessions[0].minutes} or {@code line 7}
     * @param message what was expected
     */
    public record Violation(String field, String message) {}

    private Refusal(String type, Response.Status status, String title) {
        this.type = type;
        this.status = status;
        this.title = title;
    }

    /** A refusal whose type is {@code urn:mentoring-commons:problem:<type>}. */
    public static Refusal of(String type, Response.Status status, String title) {
        return new Refusal(type, status, title);
    }

    /** 400: the request is well-formed but says something impossible. */
    public static Refusal badRequest(String type, String title) {
        return of(type, Response.Status.BAD_REQUEST, title);
    }

    /** 404: also for another institution's id, which must not be told from one that never was. */
    public static Refusal notFound(String what) {
        return of(what + "-not-found", Response.Status.NOT_FOUND, "There is no such " + what);
    }

    /** 409: the request is fine but not in the present state. */
    public static Refusal conflict(String type, String title) {
        return of(type, Response.Status.CONFLICT, title);
    }

    public Refusal detail(String sentence) {
        detail = sentence;
        return this;
    }

    public Refusal violation(String field, String message) {
        violations.add(new Violation(field, message));
        return this;
    }

    public Refusal violations(List<Violation> found) {
        violations.addAll(found);
        return this;
    }

    /** A further member of the document, as RFC 9457 lets a type have. */
    public Refusal with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** The exception to throw; it becomes the {@code application/problem+json} answer. */
    public HttpProblem problem() {
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create(TYPES + type))
                .withStatus(status)
                .withTitle(title);
        if (detail != null) {
            builder.withDetail(detail);
        }
        if (!violations.isEmpty()) {
            builder.with("violations", List.copyOf(violations));
        }
        more.forEach(builder::with);
        return builder.build();
    }
}
