package org.mentoringcommons.provisioning.signin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.provisioning.person.RefusedPerson;
import org.mentoringcommons.provisioning.revision.Revision;

/** An institution's campus login. */
@Schema(description = "An institution's campus login; never its secret")
record SignInView(
        @Schema(
                        examples = "https://login.lakeside.example/realms/campus",
                        description = "As it names itself; its entityID by SAML")
                String issuer,
        @Schema(examples = "mentoring-commons", description = "What it knows us by; our entityID by SAML")
                String clientId,
        @Schema(nullable = true, description = "Null for a login by OpenID Connect") SamlView saml,
        @Schema(examples = "lakeside.example") String domain,
        @Schema(examples = "participant") WantedSignIn.Newcomers newcomers,
        @Schema(
                        examples =
                                "https://login.exchange.example/realms/mentoring-commons/broker/campus-lakeside/endpoint",
                        description =
                                "To be registered at the campus as our redirect URI, or assertion consumer service")
                String redirectUri,
        @Schema(examples = "active") State state,
        @Schema(nullable = true, description = "What Keycloak does not accept; null unless refused")
                RefusedPerson refusal,
        @Schema(examples = "1", description = "Rises with each change; its ETag") long revision) {

    Revision seen() {
        return new Revision(revision);
    }
}
