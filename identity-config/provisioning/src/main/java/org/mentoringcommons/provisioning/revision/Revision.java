package org.mentoringcommons.provisioning.revision;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.mentoringcommons.tenancy.Refusal;

/** One state of a thing that changes; its entity tag is the number itself. */
public record Revision(long number) {

    /** Said of the header wherever it is taken. */
    public static final String IF_MATCH =
            "The ETag of what was read; a change since then is answered with 412. Without it the change is made to "
                    + "whatever there is.";

    public EntityTag tag() {
        return new EntityTag(Long.toString(number));
    }

    /**
     * Checks that a change is meant for this state.
     *
     * @param ifMatch the header If-Match as it came: null, {@code *}, or entity tags separated by commas
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if the caller has seen another
     */
    public void requireMatch(String ifMatch) {
        if (ifMatch != null
                && Arrays.stream(ifMatch.split(",")).map(String::trim).noneMatch(this::isNamedBy)) {
            throw Refusal.of(
                            "changed-since-read",
                            Response.Status.PRECONDITION_FAILED,
                            "It has changed since it was read")
                    .detail("Read it again and decide anew.")
                    .violation("If-Match", "the ETag now is \"" + number + "\"")
                    .problem();
        }
    }

    private boolean isNamedBy(String tag) {
        return tag.equals("*") || tag.equals("\"" + number + "\"");
    }
}
