package org.mentoringcommons.provisioning.hub;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.platform.PlatformMemberView;
import org.mentoringcommons.provisioning.platform.State;

/** Who administers a hub. */
record HubAdministratorView(
        @Schema(examples = "omar.haddad") String username,
        @Schema(
                        nullable = true,
                        examples = "0f6f3c0e-7b63-4d1e-9a55-5f3a3a3f6c11",
                        description = "The person's stable id in tokens (sub); null while only requested")
                String subject,
        @Schema(examples = "midwest") String hub,
        @Schema(examples = "active") State state) {

    static HubAdministratorView of(PlatformMemberView member) {
        return new HubAdministratorView(member.username(), member.subject(), member.hub(), member.state());
    }
}
