package org.mentoringcommons.provisioning.institution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All of an institution that its hub may change. */
@Schema(description = "All that a hub may change of an institution; what is left out of domains is taken away")
record ChangedInstitution(
        @NotBlank @Size(max = 200) @Schema(examples = "Lakeside State University") String name,
        @NotNull @Schema(examples = "institution") Kind kind,
        @NotNull @RegionTimeZone @Schema(examples = "America/Chicago", description = "Where its days begin and end")
                String timeZone,
        @NotNull
                @Size(max = 20)
                @Schema(
                        examples = "[\"lakeside.example\"]",
                        description = "E-mail domains of its people; each belongs to one institution")
                Set<@MailDomain String> domains) {}
