package org.mentoringcommons.survey.redaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text as it was written, for a person to decide about.
 *
 * @param revision of the answer, to be said with the decision
 * @param suggestions what could lead to somebody
 * @param rosterRead whether names of the workshop's roster were looked for; if not, it could not be read just now
 * @param redacted what was decided before; null if nothing was
 */
@Schema(name = "WaitingText")
public record Waiting(
        UUID response,
        String item,
        int revision,
        String text,
        List<Span> suggestions,
        boolean rosterRead,
        @JsonInclude(JsonInclude.Include.NON_NULL) String redacted) {

    /** Where the next page of the list begins. */
    String cursor() {
        return response + ":" + item;
    }
}
