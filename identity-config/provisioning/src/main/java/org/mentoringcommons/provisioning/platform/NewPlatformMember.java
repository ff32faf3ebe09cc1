package org.mentoringcommons.provisioning.platform;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.NewPerson;

/** Somebody who shall hold roles on the platform; a hub's administrators are appointed at their hub instead. */
record NewPlatformMember(
        @NotNull
                @Pattern(regexp = NewPerson.USERNAME, message = NewPerson.USERNAME_MESSAGE)
                @Schema(examples = "ines.falk")
                String username,
        @NotNull @Size(max = 254) @Email(regexp = NewPerson.EMAIL) @Schema(examples = "ines.falk@exchange.example")
                String email,
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(examples = "Ines")
                String firstName,
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NewPerson.NAME, message = NewPerson.NAME_MESSAGE)
                @Schema(examples = "Falk")
                String lastName,
        @NotNull
                @Size(min = NewPerson.MIN_PASSWORD, max = NewPerson.MAX_PASSWORD)
                @Schema(examples = "four-words-and-a-number-7")
                String password,
        @NotEmpty @Schema(examples = "[\"analyst\"]")
                Set<
                                @NotNull
                                @Pattern(
                                        regexp = "^(analyst|platform-operator)$",
                                        message = "must be analyst or platform-operator")
                                String>
                        roles) {

    NewPerson person() {
        return new NewPerson(username, email, firstName, lastName, password);
    }
}
