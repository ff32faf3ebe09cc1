package org.mentoringcommons.provisioning.overview;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hub at a glance. */
@Schema(
        description =
                "A hub at a glance: all of it in sum, and a page of its institutions in the order of their aliases")
record HubOverview(
        @Schema(examples = "midwest") String hub,
        @Schema(examples = "{\"active\": 12, \"suspended\": 1}", description = "Institutions by state")
                Map<String, Long> institutions,
        Counts counts,
        List<InstitutionOverview> page) {}
