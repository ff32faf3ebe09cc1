package org.mentoringcommons.provisioning.signin;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** Certificates as metadata have them: DER in base64. */
final class Certificates {

    private static final HexFormat BY_COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Certificates() {}

    static X509Certificate read(String base64) throws SamlMetadata.Unusable {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new SamlMetadata.Unusable("has a certificate that is none");
        }
    }

    /** Without line breaks, so that the same certificate is always the same text. */
    static String write(X509Certificate certificate) throws SamlMetadata.Unusable {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException malformed) {
            throw new SamlMetadata.Unusable("has a certificate that is none");
        }
    }

    /** SHA-256 of the DER, as people compare it: {@code 5F:A0:…}. */
    static String fingerprint(String base64) {
        return BY_COLONS.formatHex(sha256(Base64.getMimeDecoder().decode(base64)));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
