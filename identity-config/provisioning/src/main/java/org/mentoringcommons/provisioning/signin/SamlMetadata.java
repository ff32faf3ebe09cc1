package org.mentoringcommons.provisioning.signin;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What a SAML 2.0 identity provider says of itself, as far as we need it.
 *
 * @param posts whether questions are taken as a form and not in the address
 * @param certificates those it may sign with, DER in base64; several while it changes them
 */
record SamlMetadata(String entityId, String singleSignOn, boolean posts, List<String> certificates) {

    private static final String NAMES = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:";
    private static final int LONGEST_NAME = 1024; // as SAML has it

    /** The document is none that people could sign in by; the message says why and may be shown. */
    static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }

    /** Names what it says; the same however its certificates are ordered. */
    String digest() {
        String content = String.join("\n", entityId, singleSignOn, Boolean.toString(posts))
                + certificates.stream().sorted().map(each -> "\n" + each).collect(Collectors.joining());
        return HexFormat.of().formatHex(Certificates.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    List<String> fingerprints() {
        return certificates.stream().map(Certificates::fingerprint).toList();
    }

    /** Whether it says the same as another but for certificates that it announces no more. */
    boolean isLessThan(SamlMetadata other) {
        return entityId.equals(other.entityId)
                && singleSignOn.equals(other.singleSignOn)
                && posts == other.posts
                && other.certificates.containsAll(certificates);
    }

    static SamlMetadata read(InputSource document, Instant now) throws Unusable {
        return of(SafeXml.read(document).getDocumentElement(), now);
    }

    static SamlMetadata of(Element entity, Instant now) throws Unusable {
        if (entity.getLocalName().equals("EntitiesDescriptor")) {
            throw new Unusable("describes a whole federation; that of the institution's own login is needed");
        }
        if (!NAMES.equals(entity.getNamespaceURI()) || !entity.getLocalName().equals("EntityDescriptor")) {
            throw new Unusable("is no SAML 2.0 metadata");
        }
        String name = entity.getAttribute("entityID");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Unusable("has no entityID");
        }
        requireValid(entity, now);
        Element provider = SafeXml.children(entity, NAMES, "IDPSSODescriptor").stream()
                .filter(role -> List.of(
                                role.getAttribute("protocolSupportEnumeration").split("\\s+"))
                        .contains(PROTOCOL))
                .findFirst()
                .orElseThrow(() -> new Unusable("describes nobody by whom people sign in with SAML 2.0"));
        requireValid(provider, now);
        Optional<String> redirect = singleSignOn(provider, "HTTP-Redirect");
        String address = redirect.or(() -> singleSignOn(provider, "HTTP-POST"))
                .orElseThrow(() -> new Unusable("has no sign-on address by HTTP-Redirect or HTTP-POST"));
        return new SamlMetadata(name, address, redirect.isEmpty(), certificates(provider, now));
    }

    private static void requireValid(Element described, Instant now) throws Unusable {
        String until = described.getAttribute("validUntil");
        try {
            if (!until.isEmpty() && !now.isBefore(OffsetDateTime.parse(until).toInstant())) {
                throw new Unusable("was valid until " + until);
            }
        } catch (DateTimeParseException malformed) {
            throw new Unusable("has a validUntil that is no time with its zone");
        }
    }

    private static Optional<String> singleSignOn(Element provider, String binding) {
        return SafeXml.children(provider, NAMES, "SingleSignOnService").stream()
                .filter(service -> service.getAttribute("Binding").equals(BINDINGS + binding))
                .map(service -> service.getAttribute("Location"))
                .findFirst();
    }

    private static List<String> certificates(Element provider, Instant now) throws Unusable {
        List<String> good = new ArrayList<>();
        for (Element key : SafeXml.children(provider, NAMES, "KeyDescriptor")) {
            if (key.getAttribute("use").equals("encryption")) {
                continue;
            }
            NodeList found = key.getElementsByTagNameNS(SIGNATURES, "X509Certificate");
            for (int i = 0; i < found.getLength(); i++) {
                X509Certificate certificate = Certificates.read(found.item(i).getTextContent());
                if (certificate.getNotAfter().toInstant().isAfter(now)) {
                    good.add(Certificates.write(certificate));
                }
            }
        }
        if (good.isEmpty()) {
            throw new Unusable("has no certificate for signatures, or none that has not expired");
        }
        return List.copyOf(good);
    }
}
