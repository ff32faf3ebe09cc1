package org.mentoringcommons.provisioning.platform;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;

/** A person with platform roles, as the registry knows them. */
@Schema(description = "A person with platform roles")
public record PlatformMemberView(
        @Schema(examples = "ines.falk") String username,
        @Schema(
                        nullable = true,
                        examples = "0f6f3c0e-7b63-4d1e-9a55-5f3a3a3f6c11",
                        description = "The person's stable id in tokens (sub); null while only requested")
                String subject,
        @Schema(examples = "[\"analyst\"]") List<String> roles,
        @Schema(nullable = true, examples = "midwest", description = "The hub a hub administrator is of, else null")
                String hub,
        @Schema(examples = "active") State state,
        @Schema(nullable = true, description = "Why the account cannot be made; null unless refused")
                RefusedPerson refusal,
        @Schema(examples = "1", description = "Rises with each change; its ETag") long revision) {

    public Revision seen() {
        return new Revision(revision);
    }
}
