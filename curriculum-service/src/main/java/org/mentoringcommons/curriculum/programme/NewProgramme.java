package org.mentoringcommons.curriculum.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;

/** A programme as its institution describes it, all of it. */
@Schema(
        examples =
                """
                {"requirements": [{"year": 1, "audience": "mentee", "minutes": 240},
                                  {"year": 3, "audience": "mentor", "minutes": 480}],
                 "members": [{"name": "Ada Example", "email": "ada@example.org", "year": 1}]}""")
record NewProgramme(
        @NotNull @Size(max = 100) List<@NotNull @Valid Requirement> requirements,
        @NotNull @Size(max = 10_000) List<@NotNull @Valid Member> members) {

    /**
     * What has to be done by the end of a year; what earlier years required is required still.
     *
     * @param audience whom the workshops address; combined ones count for both
     * @param minutes to be attended altogether
     */
    @Schema(name = "ProgrammeRequirement")
    record Requirement(
            @NotNull @Min(1) @Max(20) Integer year,
            @NotNull Audience audience,
            @NotNull @Min(1) @Max(144_000) Integer minutes) {}

    /** @param year of the programme they are in now, from 1 */
    @Schema(name = "ProgrammeMember")
    record Member(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                    String name,
            @NotBlank @Size(max = 254) @Email String email,
            @NotNull @Min(1) @Max(20) Integer year) {

        /** By which they are known on rosters. */
        String mailbox() {
            return email.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "a member"; // names and addresses stay out of logs
        }
    }
}
