package org.mentoringcommons.provisioning.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;
import org.xml.sax.InputSource;

/** Reads what a campus login says of itself: by OpenID Connect Discovery, or in SAML metadata. */
@ApplicationScoped
class Campus {

    private static final String METADATA = "/.well-known/openid-configuration";

    private final Outside outside;
    private final ObjectMapper json;
    private final Clock clock;

    Campus(Outside outside, ObjectMapper json, Clock clock) {
        this.outside = outside;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How an institution's people sign in, as it wants and its login says.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the field that leads to no login
     */
    CampusLogin read(WantedSignIn wanted) {
        return wanted.saml() == null ? openIdConnect(wanted) : saml(wanted.saml());
    }

    private CampusLogin openIdConnect(WantedSignIn wanted) {
        String issuer = wanted.issuer();
        JsonNode metadata;
        try {
            metadata = json.readTree(outside.read(
                    "issuer", (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + METADATA));
        } catch (IOException unreadable) {
            throw Outside.refused("issuer", "does not answer with its metadata at " + METADATA);
        }
        if (!issuer.equals(metadata.path("issuer").asText())) {
            throw Outside.refused("issuer", "calls itself differently in its metadata");
        }
        return new CampusLogin.OpenIdConnect(
                issuer,
                endpoint(metadata, "authorization_endpoint"),
                endpoint(metadata, "token_endpoint"),
                endpoint(metadata, "jwks_uri"),
                wanted.clientId(),
                wanted.clientSecret());
    }

    private String endpoint(JsonNode metadata, String name) {
        String address = metadata.path(name).asText();
        outside.requireAcceptable("issuer", address, "names no acceptable " + name);
        return address;
    }

    private CampusLogin saml(WantedSaml wanted) {
        SamlMetadata metadata = wanted.metadata() == null
                ? metadata(wanted.metadataUrl())
                : metadata("saml.metadata", new InputSource(new StringReader(wanted.metadata())));
        return new CampusLogin.Saml(
                metadata.entityId(),
                metadata.singleSignOn(),
                metadata.posts(),
                metadata.certificates(),
                wanted.emailAttribute());
    }

    private SamlMetadata metadata(String address) {
        return announced(address, List.of()).metadata();
    }

    /**
     * The SAML metadata at an address, and whether one of the known certificates vouches for them; then only what it
     * vouches for is read.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if there are none by which people could sign in
     */
    Announced announced(String address, List<String> known) {
        String field = "saml.metadataUrl";
        byte[] shown = outside.read(field, address);
        Optional<MetadataSignature.Signed> signed;
        try {
            signed = MetadataSignature.by(
                    known, SafeXml.read(new InputSource(new ByteArrayInputStream(shown))), clock.instant());
        } catch (SamlMetadata.Unusable why) {
            throw Outside.refused(field, why.getMessage());
        }
        InputSource read = signed.map(MetadataSignature.Signed::content)
                .orElseGet(() -> new InputSource(new ByteArrayInputStream(shown)));
        return new Announced(metadata(field, read), signed.map(MetadataSignature.Signed::certificate));
    }

    private SamlMetadata metadata(String field, InputSource document) {
        SamlMetadata metadata;
        try {
            metadata = SamlMetadata.read(document, clock.instant());
        } catch (SamlMetadata.Unusable why) {
            throw Outside.refused(field, why.getMessage());
        }
        outside.requireAcceptable(field, metadata.singleSignOn(), "names no acceptable sign-on address");
        return metadata;
    }
}
