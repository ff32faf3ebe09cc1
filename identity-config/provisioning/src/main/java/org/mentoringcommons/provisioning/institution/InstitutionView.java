package org.mentoringcommons.provisioning.institution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.revision.Revision;

/** An institution, as its hub sees it. */
@Schema(description = "An institution")
public record InstitutionView(
        @Schema(
                        nullable = true,
                        examples = "7c0f2c51-3f3b-4f0e-8a53-0f7ad9a7c1de",
                        description = "The tenant id in all services: its organization's id; null until it is known")
                String id,
        @Schema(examples = "lakeside") String alias,
        @Schema(examples = "Lakeside University") String name,
        @Schema(examples = "midwest") String hub,
        @Schema(examples = "institution") Kind kind,
        @Schema(examples = "America/Chicago") String timeZone,
        @Schema(examples = "[\"lakeside.example\"]") List<String> domains,
        @Schema(examples = "active") State state,
        @Schema(examples = "2026-03-02T14:00:00Z", description = "Since when it is in this state") Instant since,
        @Schema(
                        nullable = true,
                        examples = "The agreement has ended",
                        description = "Why it is suspended or closed, in the words of whoever did it; else null")
                String reason,
        @Schema(
                        nullable = true,
                        examples = "2031-06-30",
                        description = "Of a closed one: after this day its people and portals are let go")
                LocalDate retainedUntil,
        @Schema(examples = "true", description = "Whether Keycloak is known to be as this says") boolean settled,
        @Schema(examples = "1", description = "Rises with each change; its ETag") long revision) {

    Revision seen() {
        return new Revision(revision);
    }
}
