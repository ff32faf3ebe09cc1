package org.mentoringcommons.curriculum.roster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who was present in a session: ids from the roster.
 *
 * @param participants who was there from beginning to end
 * @param partly who was there for a part of it
 */
@Schema(
        examples =
                """
                {"participants": ["0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11"],
                 "partly": [{"participant": "5d3e6c1f-2c1b-4a5a-8f5e-1b8f0f1d7a22", "minutes": 90}]}""")
record AttendanceList(
        @NotNull @Size(max = RosterFile.PEOPLE_AT_MOST) List<@NotNull UUID> participants,
        @Size(max = RosterFile.PEOPLE_AT_MOST) List<@NotNull @Valid Partly> partly) {

    /** Somebody who came late or left early. */
    @Schema(name = "PartlyPresent")
    record Partly(@NotNull UUID participant, @NotNull @Min(1) @Max(1440) Integer minutes) {}

    @Override
    public List<Partly> partly() {
        return partly == null ? List.of() : partly;
    }
}
