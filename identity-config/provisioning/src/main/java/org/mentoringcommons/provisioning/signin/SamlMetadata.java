package org.mentoringcommons.provisioning.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

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

    static SamlMetadata read(InputSource document, Instant now) throws Unusable {
        Element entity = root(document);
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
        Element provider = children(entity, NAMES, "IDPSSODescriptor").stream()
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

    private static Element root(InputSource document) throws Unusable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // without it, nothing else is read or expanded
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // nothing on the console
            return builder.parse(document).getDocumentElement();
        } catch (SAXException | IOException unreadable) {
            throw new Unusable("is no XML, or has a document type");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        return children(provider, NAMES, "SingleSignOnService").stream()
                .filter(service -> service.getAttribute("Binding").equals(BINDINGS + binding))
                .map(service -> service.getAttribute("Location"))
                .findFirst();
    }

    private static List<String> certificates(Element provider, Instant now) throws Unusable {
        List<String> good = new ArrayList<>();
        for (Element key : children(provider, NAMES, "KeyDescriptor")) {
            if (key.getAttribute("use").equals("encryption")) {
                continue;
            }
            NodeList found = key.getElementsByTagNameNS(SIGNATURES, "X509Certificate");
            for (int i = 0; i < found.getLength(); i++) {
                X509Certificate certificate = certificate(found.item(i).getTextContent());
                if (certificate.getNotAfter().toInstant().isAfter(now)) {
                    good.add(encoded(certificate));
                }
            }
        }
        if (good.isEmpty()) {
            throw new Unusable("has no certificate for signatures, or none that has not expired");
        }
        return List.copyOf(good);
    }

    private static X509Certificate certificate(String content) throws Unusable {
        try {
            byte[] der = Base64.getMimeDecoder().decode(content);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new Unusable("has a certificate that is none");
        }
    }

    private static String encoded(X509Certificate certificate) throws Unusable {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException malformed) {
            throw new Unusable("has a certificate that is none");
        }
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }
}
