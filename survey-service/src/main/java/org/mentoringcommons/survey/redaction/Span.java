package org.mentoringcommons.survey.redaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * A part of a text that could lead to somebody.
 *
 * @param start of its first character, counted from 0 as in JavaScript and Java (UTF-16 units)
 * @param end after its last character
 */
@Schema(name = "RedactedSpan")
public record Span(
        @NotNull @Min(0) @Schema(examples = "13") Integer start,
        @NotNull @Min(0) @Schema(examples = "24") Integer end,
        @NotNull Kind kind) {

    /** What a part of a text is, and what is read in its place. */
    @Schema(name = "RedactedKind")
    public enum Kind {
        @JsonProperty("email")
        EMAIL("[e-mail]"),
        @JsonProperty("phone")
        PHONE("[phone]"),
        @JsonProperty("name")
        NAME("[name]"),
        @JsonProperty("institution")
        INSTITUTION("[institution]"),
        @JsonProperty("other")
        OTHER("[…]");

        private final String instead;

        Kind(String instead) {
            this.instead = instead;
        }
    }

    /** Whether a character is in both. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Says what is wrong with parts of this text. */
    static void check(List<Span> spans, String text, Violations violations) {
        for (int index = 0; index < spans.size(); index++) {
            Span span = spans.get(index);
            Violations here = violations.of("spans", index);
            if (span.end <= span.start || span.end > text.length()) {
                here.add("is no part of the text, which has " + text.length() + " characters");
            } else if (splits(text, span.start) || splits(text, span.end)) {
                here.add("begins or ends within a character");
            } else if (spans.subList(0, index).stream().anyMatch(span::overlaps)) {
                here.add("overlaps another part");
            }
        }
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** The text without these parts, which have been checked. */
    static String redact(String text, List<Span> spans) {
        StringBuilder redacted = new StringBuilder(text);
        spans.stream()
                .sorted(Comparator.comparing(Span::start).reversed())
                .forEach(span -> redacted.replace(span.start, span.end, span.kind.instead));
        return redacted.toString();
    }
}
