package org.mentoringcommons.provisioning.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The campus login an institution wants. */
record WantedSignIn(
        @NotBlank
                @Size(max = 500)
                @Schema(
                        examples = "https://login.lakeside.example/realms/campus",
                        description = "As it names itself; its metadata are read below it when this is written")
                String issuer,
        @NotBlank @Size(max = 200) @Schema(examples = "mentoring-commons", description = "What it knows us by")
                String clientId,
        @Size(min = 8, max = 500)
                @Schema(
                        nullable = true,
                        examples = "as-the-campus-gave-it",
                        description = "Needed at first, and whenever issuer or client change; absent, it stays")
                String clientSecret,
        @NotBlank
                @Schema(
                        examples = "lakeside.example",
                        description = "One of the institution's domains: people with such an address are sent there")
                String domain,
        @NotNull @Schema(examples = "participant", description = "What those become who come for the first time")
                Newcomers newcomers) {

    /** The most that the campus alone can make of somebody; more is given by the institution's administrators. */
    enum Newcomers {
        @JsonProperty("participant")
        PARTICIPANT,
        @JsonProperty("none")
        NONE
    }

    @Override
    public String toString() {
        return "WantedSignIn[" + issuer + "]";
    }
}
