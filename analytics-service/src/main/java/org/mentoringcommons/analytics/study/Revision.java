package org.mentoringcommons.analytics.study;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.mentoringcommons.tenancy.Refusal;

/** The state of a study that an edit was made from, so that nobody overwrites what they have not seen. */
record Revision(long number) {

    static Revision of(Study study) {
        return new Revision(study.revision());
    }

    EntityTag tag() {
        return new EntityTag(Long.toString(number));
    }

    /** Refuses an edit of another state; {@code *} takes any. */
    void require(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(
                            "precondition-required",
                            Response.Status.PRECONDITION_REQUIRED,
                            "Say in If-Match which state the change was made from")
                    .violation("If-Match", "the ETag of the study as it was read")
                    .problem();
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + number + "\""));
        if (!matches) {
            throw Refusal.of(
                            "precondition-failed",
                            Response.Status.PRECONDITION_FAILED,
                            "The study has changed since; read it and try again")
                    .violation("If-Match", "is not the present ETag")
                    .problem();
        }
    }
}
