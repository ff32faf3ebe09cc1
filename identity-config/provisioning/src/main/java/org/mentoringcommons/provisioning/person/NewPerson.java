package org.mentoringcommons.provisioning.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who shall be able to sign in. Whoever has this user name and e-mail address already keeps their account as it
 * is.
 *
 * @param password 12 to 128 characters, not the user name or e-mail address; may be absent only where a request says so
 */
@Schema(
        description =
                "Somebody who shall be able to sign in. Who is known by user name and e-mail address keeps the account as it is.")
public record NewPerson(
        @NotNull @Pattern(regexp = USERNAME, message = USERNAME_MESSAGE) @Schema(examples = "dana.reyes")
                String username,
        @NotNull @Size(max = 254) @Email(regexp = EMAIL) @Schema(examples = "dana.reyes@lakeside.example") String email,
        @NotBlank @Size(max = 100) @Pattern(regexp = NAME, message = NAME_MESSAGE) @Schema(examples = "Dana")
                String firstName,
        @NotBlank @Size(max = 100) @Pattern(regexp = NAME, message = NAME_MESSAGE) @Schema(examples = "Reyes")
                String lastName,
        @NotNull @Size(min = MIN_PASSWORD, max = MAX_PASSWORD) @Schema(examples = "four-words-and-a-number-7")
                String password) {

    /** Lower case, as Keycloak keeps it; so one person is never two in the registry. */
    public static final String USERNAME = "^(?!service-account-)[a-z0-9][a-z0-9._@+-]{2,99}$";

    public static final String USERNAME_MESSAGE =
            "must be 3 to 100 of a-z 0-9 . _ @ + -, begin with a letter or digit, and not be a service account's";
    /** An address that also looks like one to a mail server on the internet. */
    public static final String EMAIL = "[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+";

    /** What Keycloak takes for a person's name; known here too, so that a request is refused before it is written. */
    public static final String NAME = "^[^<>&\"\\x0B$%!#?\u00A7;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]*$";

    public static final String NAME_MESSAGE = "must not contain any of < > & \" $ % ! # ? ; * ~ / \\ | ^ = [ ] { } ( )";
    public static final int MIN_PASSWORD = 12;
    public static final int MAX_PASSWORD = 128;

    @Override
    public String toString() {
        return "NewPerson[" + username + "]";
    }
}
