package org.mentoringcommons.provisioning.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.institution.State;

/** One institution in its hub's overview. */
record InstitutionOverview(
        @Schema(examples = "lakeside") String alias,
        @Schema(examples = "Lakeside University") String name,
        @Schema(examples = "active") State state,
        Counts counts) {}
