package org.mentoringcommons.provisioning.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.tenancy.Refusal;

/** The campus login an institution wants. */
record WantedSignIn(
        @Size(min = 1, max = 500)
                @Schema(
                        nullable = true,
                        examples = "https://login.lakeside.example/realms/campus",
                        description = "OpenID Connect: as it names itself; its metadata are read below it when this is "
                                + "written")
                String issuer,
        @Size(min = 1, max = 200)
                @Schema(
                        nullable = true,
                        examples = "mentoring-commons",
                        description = "OpenID Connect: what it knows us by")
                String clientId,
        @Size(min = 8, max = 500)
                @Schema(
                        nullable = true,
                        examples = "as-the-campus-gave-it",
                        description = "OpenID Connect: needed at first, and whenever issuer or client change; absent, "
                                + "it stays")
                String clientSecret,
        @Valid @Schema(nullable = true, description = "SAML 2.0, in the place of issuer, clientId and clientSecret")
                WantedSaml saml,
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

    /**
     * Holds that it says one thing, and that wholly.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the fields
     */
    void requireWhole() {
        Refusal refusal = Refusal.badRequest("sign-in-unclear", "It must be clear how people sign in");
        List<Refusal.Violation> violations = saml == null ? withoutSaml() : besideSaml();
        if (!violations.isEmpty()) {
            throw refusal.violations(violations).problem();
        }
    }

    private List<Refusal.Violation> withoutSaml() {
        List<Refusal.Violation> missing = new ArrayList<>();
        if (issuer == null) {
            missing.add(new Refusal.Violation("issuer", "is needed, unless saml is given"));
        }
        if (clientId == null) {
            missing.add(new Refusal.Violation("clientId", "is needed, unless saml is given"));
        }
        return missing;
    }

    private List<Refusal.Violation> besideSaml() {
        List<Refusal.Violation> wrong = new ArrayList<>();
        Map<String, Optional<String>> others = Map.of(
                "issuer", Optional.ofNullable(issuer),
                "clientId", Optional.ofNullable(clientId),
                "clientSecret", Optional.ofNullable(clientSecret));
        others.forEach((field, value) -> value.ifPresent(
                given -> wrong.add(new Refusal.Violation(field, "is OpenID Connect's, and saml is given"))));
        if ((saml.metadataUrl() == null) == (saml.metadata() == null)) {
            wrong.add(new Refusal.Violation("saml.metadataUrl", "either this or saml.metadata is needed, not both"));
        }
        return wrong;
    }

    @Override
    public String toString() {
        return "WantedSignIn[" + domain + "]";
    }
}
