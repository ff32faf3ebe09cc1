package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class SamlMetadataTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_name_the_address_and_the_certificates_that_have_not_expired_are_read() throws Exception {
        SamlMetadata metadata = read(campus());

        assertThat(metadata.entityId()).isEqualTo("https://login.lakeside.example/idp");
        assertThat(metadata.singleSignOn()).isEqualTo("https://login.lakeside.example/redirect");
        assertThat(metadata.posts()).isFalse();
        assertThat(metadata.certificates()).singleElement().asString().startsWith("MII");
    }

    @Test
    void a_campus_that_takes_questions_only_as_forms_is_asked_so() throws Exception {
        SamlMetadata metadata = read(campus().replace("HTTP-Redirect", "HTTP-Artifact"));

        assertThat(metadata.singleSignOn()).isEqualTo("https://login.lakeside.example/post");
        assertThat(metadata.posts()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "validUntil=\"2100, validUntil=\"2025, valid until",
        "validUntil=\"2100-01-01T00:00:00Z, validUntil=\"soon, validUntil",
        "md:EntityDescriptor, md:EntitiesDescriptor, federation",
        "urn:oasis:names:tc:SAML:2.0:metadata, urn:something-else, no SAML 2.0 metadata",
        "md:IDPSSODescriptor, md:SPSSODescriptor, describes nobody",
        "urn:oasis:names:tc:SAML:2.0:protocol, urn:oasis:names:tc:SAML:1.1:protocol, describes nobody",
        "bindings:HTTP, bindings:PAOS, sign-on address",
        "<md:KeyDescriptor>, <md:KeyDescriptor use=\"encryption\">, certificate",
        "MII, AAA, certificate",
        "entityID=, id=, entityID",
        "<md:EntityDescriptor, <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><md:EntityDescriptor, no XML",
        "</md:EntityDescriptor>, '', no XML"
    })
    void what_nobody_could_sign_in_by_is_refused_saying_why(String what, String instead, String why) {
        assertThatThrownBy(() -> read(campus().replace(what, instead)))
                .isInstanceOf(SamlMetadata.Unusable.class)
                .hasMessageContaining(why);
    }

    static String campus() throws IOException {
        try (InputStream file = SamlMetadataTest.class.getResourceAsStream("/saml/campus.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SamlMetadata read(String document) throws SamlMetadata.Unusable {
        return SamlMetadata.read(new InputSource(new StringReader(document)), NOW);
    }
}
