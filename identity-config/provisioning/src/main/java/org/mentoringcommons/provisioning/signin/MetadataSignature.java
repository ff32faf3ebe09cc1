package org.mentoringcommons.provisioning.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * The signature that SAML metadata may carry (SAML 2.0 Metadata, section 3: enveloped, by exclusive canonicalization). What
 * it holds for is handed out as the very bytes that were digested, so that nobody reads anything else: however a document
 * is wrapped around a signed one, only what was signed is seen.
 */
final class MetadataSignature {

    private static final Set<String> METHODS = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");
    private static final Set<String> DIGESTS =
            Set.of(DigestMethod.SHA256, "http://www.w3.org/2001/04/xmldsig-more#sha384", DigestMethod.SHA512);
    private static final Set<String> TRANSFORMS = Set.of(
            Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private MetadataSignature() {}

    /**
     * What was signed by a key that is known.
     *
     * @param content the signed element, as it was digested
     * @param certificate the known one, DER in base64
     */
    record Signed(InputSource content, String certificate) {}

    /**
     * What of a document is signed by one of these.
     *
     * @param known certificates, DER in base64; what the document says about its key is not asked
     * @return empty if it is not signed, or by nobody known, or otherwise than metadata are
     */
    static Optional<Signed> by(List<String> known, Document document, Instant now) {
        Element root = document.getDocumentElement();
        List<Element> signatures = SafeXml.children(root, XMLSignature.XMLNS, "Signature");
        if (signatures.size() != 1) {
            return Optional.empty();
        }
        if (root.hasAttribute("ID")) {
            root.setIdAttribute("ID", true); // the only one: a reference leads to the root or nowhere
        }
        return known.stream()
                .flatMap(certificate -> verified(certificate, signatures.get(0), root, now).stream())
                .findFirst();
    }

    private static Optional<Signed> verified(String known, Element signature, Element root, Instant now) {
        try {
            X509Certificate certificate = Certificates.read(known);
            certificate.checkValidity(Date.from(now));
            DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            context.setProperty("javax.xml.crypto.dsig.cacheReference", Boolean.TRUE);
            XMLSignature found = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!isAsOfMetadata(found, root.getAttribute("ID")) || !found.validate(context)) {
                return Optional.empty();
            }
            Reference reference = found.getSignedInfo().getReferences().get(0);
            byte[] digested = reference.getDigestInputStream().readAllBytes();
            return Optional.of(new Signed(new InputSource(new ByteArrayInputStream(digested)), known));
        } catch (MarshalException | XMLSignatureException | CertificateException | IOException notSigned) {
            return Optional.empty();
        } catch (SamlMetadata.Unusable impossible) {
            throw new IllegalStateException(impossible); // it was read once before
        }
    }

    private static boolean isAsOfMetadata(XMLSignature signature, String id) {
        SignedInfo info = signature.getSignedInfo();
        if (!METHODS.contains(info.getSignatureMethod().getAlgorithm())
                || info.getReferences().size() != 1
                || !signature.getObjects().isEmpty()) {
            return false;
        }
        Reference reference = info.getReferences().get(0);
        String leadsTo = reference.getURI();
        return leadsTo != null
                && (leadsTo.isEmpty() || !id.isEmpty() && leadsTo.equals("#" + id))
                && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                && reference.getTransforms().stream().allMatch(each -> TRANSFORMS.contains(each.getAlgorithm()));
    }
}
