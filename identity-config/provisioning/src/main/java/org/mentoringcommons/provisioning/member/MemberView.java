package org.mentoringcommons.provisioning.member;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;

/** A member of an institution. */
@Schema(description = "A member of an institution")
record MemberView(
        @Schema(examples = "kofi.mensah") String username,
        @Schema(
                        nullable = true,
                        examples = "5b1e8f1a-0a6b-4f2b-9d53-7c2f4e1b2a90",
                        description = "The person's stable id in tokens (sub); null until it is known")
                String subject,
        @Schema(examples = "[\"evaluator\", \"facilitator\"]") List<String> roles,
        @Schema(examples = "active") State state,
        @Schema(nullable = true, description = "Why the account cannot be made; null unless refused")
                RefusedPerson refusal,
        @Schema(examples = "1", description = "Rises with each change; its ETag") long revision) {

    Revision seen() {
        return new Revision(revision);
    }
}
