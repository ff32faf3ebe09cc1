package org.mentoringcommons.provisioning.institution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.NewPerson;

/** An institution to be, with its first administrator. */
public record NewInstitution(
        @NotNull
                @Pattern(
                        regexp = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                        message = "must be 1 to 63 of a-z 0-9 -, not beginning or ending with -")
                @Schema(
                        examples = "lakeside",
                        description = "Never changes: tokens are asked for with scope organization:<alias>")
                String alias,
        @NotBlank @Size(max = 200) @Schema(examples = "Lakeside University") String name,
        @NotBlank @Schema(examples = "midwest", description = "Key of the hub that provisions it") String hub,
        @NotNull @Schema(examples = "institution") Kind kind,
        @NotNull @RegionTimeZone @Schema(examples = "America/Chicago", description = "Where its days begin and end")
                String timeZone,
        @Size(max = 20)
                @Schema(
                        examples = "[\"lakeside.example\"]",
                        description = "E-mail domains of its people; each belongs to one institution")
                Set<@MailDomain String> domains,
        @NotNull @Valid NewPerson administrator) {

    public NewInstitution {
        domains = domains == null ? Set.of() : domains;
    }
}
