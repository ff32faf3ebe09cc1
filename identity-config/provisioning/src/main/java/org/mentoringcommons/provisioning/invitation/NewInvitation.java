package org.mentoringcommons.provisioning.invitation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.member.InstitutionRole;
import org.mentoringcommons.provisioning.person.NewPerson;

/** Somebody to be asked; the names are only proposed, and theirs to change. */
record NewInvitation(
        @NotNull @Size(max = 254) @Email(regexp = NewPerson.EMAIL) @Schema(examples = "kofi.mensah@lakeside.example")
                String email,
        @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(nullable = true, examples = "Kofi")
                String firstName,
        @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(nullable = true, examples = "Mensah")
                String lastName,
        @NotEmpty @Schema(examples = "[\"facilitator\"]") Set<@InstitutionRole String> roles) {
    @Override
    public String toString() {
        return "NewInvitation" + roles;
    }
}
