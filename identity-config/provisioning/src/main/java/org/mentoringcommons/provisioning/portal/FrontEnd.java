package org.mentoringcommons.provisioning.portal;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pages of a portal on which people sign in. */
record FrontEnd(
        @NotEmpty
                @Size(max = 10)
                @Schema(
                        examples = "[\"https://portal.lakeside.example/signed-in\"]",
                        description = "Exactly these addresses get people back who have signed in")
                Set<@RedirectUri String> redirectUris) {}
