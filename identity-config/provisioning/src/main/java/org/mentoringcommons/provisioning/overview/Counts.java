package org.mentoringcommons.provisioning.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much there is at an institution, or at all of a hub. */
@Schema(description = "Numbers of things, never what is in them")
record Counts(
        @Schema(examples = "4", description = "Active memberships") long members,
        @Schema(examples = "1", description = "Portals in use") long portals,
        Workshops workshops,
        Waves waves) {

    /** Workshops by their state. */
    @Schema(name = "WorkshopCounts")
    record Workshops(
            @Schema(examples = "1") long planned,
            @Schema(examples = "3") long delivered,
            @Schema(examples = "0") long cancelled) {}

    /** Waves by what time it is. */
    @Schema(name = "WaveCounts")
    record Waves(
            @Schema(examples = "0") long planned,
            @Schema(examples = "1") long open,
            @Schema(examples = "2") long closed) {}
}
