package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Signatures of metadata, and what people try with them. */
class MetadataSignatureTest {

    private static final List<String> USUAL = List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);
    private static final List<String> KNOWN = List.of(SigningKey.STRANGER.base64(), SigningKey.CAMPUS.base64());
    private static final String EVIL = "https://evil.example/sso";

    private final Instant now = Instant.now();
    private String metadata;
    private String signed;

    @BeforeEach
    void signedMetadata() throws IOException {
        metadata = SamlMetadataTest.campus();
        signed = SigningKey.CAMPUS.sign(metadata);
    }

    @Test
    void what_a_known_key_has_signed_is_read_from_what_was_digested() throws Exception {
        MetadataSignature.Signed found = by(signed).orElseThrow();

        assertThat(found.certificate()).isEqualTo(SigningKey.CAMPUS.base64());
        assertThat(SamlMetadata.read(found.content(), now).singleSignOn())
                .isEqualTo("https://login.lakeside.example/redirect");
    }

    @Test
    void without_a_signature_nobody_has_signed() throws Exception {
        assertThat(by(metadata)).isEmpty();
    }

    @Test
    void the_signature_of_somebody_unknown_is_none() throws Exception {
        assertThat(by(SigningKey.NEXT.sign(metadata))).isEmpty();
    }

    @Test
    void what_was_changed_after_it_was_signed_is_not_signed() throws Exception {
        assertThat(by(signed.replace("https://login.lakeside.example/redirect", EVIL)))
                .isEmpty();
    }

    @Test
    void a_signed_document_inside_another_vouches_for_nothing() throws Exception {
        String signature = signature();
        String original = signed.replace(signature, "");
        String evil = metadata.replace("https://login.lakeside.example/redirect", EVIL)
                .replaceFirst("<\\?xml.*?\\?>", "")
                .replace("</md:EntityDescriptor>", "");

        String aroundIt = evil.replaceFirst("validUntil", "ID=\"_evil\" validUntil") + "<md:Extensions>" + original
                + "</md:Extensions></md:EntityDescriptor>";
        String ofTheSameName = aroundIt.replace("_evil", SigningKey.ID);

        assertThat(by(withSignature(aroundIt, signature))).isEmpty();
        assertThat(by(withSignature(ofTheSameName, signature))).isEmpty();
        assertThat(by(aroundIt)).isEmpty();
    }

    @Test
    void a_signature_further_within_is_none_of_the_whole() throws Exception {
        String signature = signature();
        String without = signed.replace(signature, "");

        assertThat(by(without.replace(
                        "</md:EntityDescriptor>",
                        "<md:Extensions>" + signature + "</md:Extensions></md:EntityDescriptor>")))
                .isEmpty();
    }

    @Test
    void two_signatures_are_none() throws Exception {
        assertThat(by(withSignature(signed, signature()))).isEmpty();
    }

    @Test
    void what_is_hidden_in_the_signature_is_not_signed() throws Exception {
        assertThat(by(signed.replace("</Signature>", "<Object>" + EVIL + "</Object></Signature>")))
                .isEmpty();
    }

    @Test
    void ways_of_signing_that_are_out_of_use_are_none() throws Exception {
        assertThat(by(SigningKey.CAMPUS.sign(metadata, SignatureMethod.RSA_SHA1, DigestMethod.SHA256, USUAL)))
                .isEmpty();
        assertThat(by(SigningKey.CAMPUS.sign(metadata, SigningKey.RSA_SHA256, DigestMethod.SHA1, USUAL)))
                .isEmpty();
    }

    @Test
    void other_ways_to_the_digest_than_metadata_take_are_none() throws Exception {
        assertThat(by(SigningKey.CAMPUS.sign(
                        metadata,
                        SigningKey.RSA_SHA256,
                        DigestMethod.SHA256,
                        List.of(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE))))
                .isEmpty();
    }

    @Test
    void a_key_whose_certificate_has_expired_proves_nothing() throws Exception {
        assertThat(MetadataSignature.by(
                        KNOWN,
                        SafeXml.read(new InputSource(new StringReader(signed))),
                        now.plus(11 * 365, ChronoUnit.DAYS)))
                .isEmpty();
    }

    private Optional<MetadataSignature.Signed> by(String document) throws SamlMetadata.Unusable {
        return MetadataSignature.by(KNOWN, SafeXml.read(new InputSource(new StringReader(document))), now);
    }

    private String signature() {
        return signed.replaceAll("(?s).*(<Signature .*</Signature>).*", "$1");
    }

    /** As the first thing in the root element. */
    private static String withSignature(String document, String signature) {
        int first = document.indexOf('>', document.indexOf("<md:EntityDescriptor"));
        return document.substring(0, first + 1) + signature + document.substring(first + 1);
    }
}
