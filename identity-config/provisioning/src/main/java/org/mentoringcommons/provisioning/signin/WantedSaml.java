package org.mentoringcommons.provisioning.signin;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campus login by SAML 2.0, as an institution wants it. */
@Schema(description = "A campus login by SAML 2.0: where its metadata are, or the metadata themselves")
record WantedSaml(
        @Size(max = 500)
                @Schema(
                        nullable = true,
                        examples = "https://login.lakeside.example/idp/metadata",
                        description =
                                "Read when this is written, and again every hour: a campus changes its keys by announcing "
                                        + "them there")
                String metadataUrl,
        @Size(max = Outside.LONGEST)
                @Schema(
                        nullable = true,
                        description =
                                "The metadata, for a campus that shows them nowhere; write them again when it changes its key")
                String metadata,
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}", message = "must be an attribute's name")
                @Schema(
                        nullable = true,
                        examples = "urn:oid:0.9.2342.19200300.100.1.3",
                        description = "The attribute that is a person's e-mail address; absent if their NameID is")
                String emailAttribute) {

    @Override
    public String toString() {
        return "WantedSaml";
    }
}
