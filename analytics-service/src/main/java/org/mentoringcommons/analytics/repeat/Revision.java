package org.mentoringcommons.analytics.repeat;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.mentoringcommons.tenancy.Refusal;

/**
 * The state of something that a change was made from, so that nobody overwrites what they have not seen.
 *
 * @param number rises with every change
 */
public record Revision(long number) {

    /** {@return what is shown as ETag} */
    public EntityTag tag() {
        return new EntityTag(Long.toString(number));
    }

    /**
     * Refuses a change of another state; {@code *} takes any.
     *
     * @param ifMatch the header, or null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without the header, 412 if it names another state
     */
    public void require(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(
                            "precondition-required",
                            Response.Status.PRECONDITION_REQUIRED,
                            "Say in If-Match which state the change was made from")
                    .violation("If-Match", "the ETag of what was read")
                    .problem();
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + number + "\""));
        if (!matches) {
            throw Refusal.of(
                            "precondition-failed",
                            Response.Status.PRECONDITION_FAILED,
                            "It has changed since; read it and try again")
                    .violation("If-Match", "is not the present ETag")
                    .problem();
        }
    }
}
