package org.mentoringcommons.provisioning.hub;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.revision.Revision;

/** A hub. */
@Schema(description = "A hub")
record HubView(
        @Schema(examples = "midwest") String key,
        @Schema(examples = "Midwest Mentoring Hub") String name,
        @Schema(examples = "0", description = "Rises with each change; its ETag") long revision) {

    Revision seen() {
        return new Revision(revision);
    }
}
