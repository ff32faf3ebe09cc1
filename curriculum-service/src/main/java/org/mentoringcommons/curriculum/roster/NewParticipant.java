package org.mentoringcommons.curriculum.roster;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to be enrolled, or how somebody enrolled is really called. */
record NewParticipant(
        @Schema(examples = "Ada Example")
                @NotBlank
                @Size(max = RosterFile.NAME_AT_MOST)
                @Pattern(regexp = RosterFile.ON_ONE_LINE, message = "must not contain control characters")
                String name,
        @Schema(examples = "ada@example.org")
                @NotNull
                @Size(max = RosterFile.EMAIL_AT_MOST)
                @Pattern(regexp = RosterFile.ADDRESS, message = "is no e-mail address")
                String email) {

    @Override
    public String toString() {
        return "a person"; // names and addresses stay out of logs
    }

    RosterFile.Line line(int position) {
        return new RosterFile.Line(position, name.strip(), email);
    }
}
