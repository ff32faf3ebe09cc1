package org.mentoringcommons.provisioning.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @Schema(examples = "active") State state) {}
