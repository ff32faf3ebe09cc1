package org.mentoringcommons.provisioning.member;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.NewPerson;

/** Somebody who shall belong to an institution. Whoever has the user name simply joins; their account stays as it is. */
record NewMember(
        @NotNull
                @Pattern(regexp = NewPerson.USERNAME, message = NewPerson.USERNAME_MESSAGE)
                @Schema(examples = "kofi.mensah")
                String username,
        @NotNull @Size(max = 254) @Email(regexp = NewPerson.EMAIL) @Schema(examples = "kofi.mensah@lakeside.example")
                String email,
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(examples = "Kofi")
                String firstName,
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(examples = "Mensah")
                String lastName,
        @Size(min = NewPerson.MIN_PASSWORD, max = NewPerson.MAX_PASSWORD)
                @Schema(
                        examples = "four-words-and-a-number-7",
                        description = "Without one somebody new cannot sign in by password until it is set")
                String password,
        @NotEmpty @Schema(examples = "[\"facilitator\", \"evaluator\"]") Set<@InstitutionRole String> roles) {

    NewPerson person() {
        return new NewPerson(username, email, firstName, lastName, password);
    }

    @Override
    public String toString() {
        return "NewMember[" + username + "]";
    }
}
