package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that the registry holds of an institution. */
@Schema(
        description =
                "All that the registry holds of an institution: itself, its members, its portals without secrets, and "
                        + "the audit trail (deeds)")
record InstitutionExport(
        Instant exportedAt,
        InstitutionView institution,
        @JsonAnyGetter @Schema(hidden = true) Map<String, List<?>> parts) {}
