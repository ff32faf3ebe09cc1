package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Audience;

/** A workshop to be planned, or what a planned or delivered one is to become. */
public record NewWorkshop(
        @Schema(examples = "Spring cohort")
                @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                String name,
        @Schema(description = "Key of the curriculum", examples = "mentoring-up") @NotNull @Size(max = 80)
                String curriculum,
        @Schema(description = "A published version of it", examples = "2021.1") @NotNull @Size(max = 80) String version,
        @NotNull Mode mode,
        @NotNull Audience audience,
        @Schema(
                        description = "IANA time zone of the sessions; without it, the institution's",
                        examples = "America/Chicago")
                @Size(max = 64)
                String timeZone,
        @Schema(description = "Where it takes place, for calendars", examples = "Library, room 204")
                @Size(max = 300)
                @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                String place,
        @Schema(
                        description = "Minutes a person has to be there for a certificate; without it, there are none",
                        examples = "240")
                @Min(1)
                @Max(144_000)
                Integer certificateMinutes,
        @Schema(description = "In the order they take place; they do not overlap") @NotNull @Size(min = 1, max = 100)
                List<@NotNull @Valid NewSession> sessions) {}
