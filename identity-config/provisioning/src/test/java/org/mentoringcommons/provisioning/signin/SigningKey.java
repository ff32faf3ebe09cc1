package org.mentoringcommons.provisioning.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A key, made anew in each run, with its certificate; it signs metadata as campuses do. */
record SigningKey(PrivateKey key, X509Certificate certificate) {

    static final SigningKey CAMPUS = made();
    static final SigningKey NEXT = made();
    static final SigningKey STRANGER = made();

    static final String ID = "_metadata";
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String PASSWORD = "of-a-test";
    private static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");

    /** Java makes certificates with keytool only. */
    private static SigningKey made() {
        try {
            Path folder = Files.createTempDirectory("signing-key");
            Path store = folder.resolve("keys.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-validity",
                            "3650",
                            "-dname",
                            "CN=login.lakeside.example",
                            "-alias",
                            "key",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + keytool.exitValue());
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(store)) {
                keys.load(file, PASSWORD.toCharArray());
            }
            Files.delete(store);
            Files.delete(folder);
            return new SigningKey((PrivateKey) keys.getKey("key", PASSWORD.toCharArray()), (X509Certificate)
                    keys.getCertificate("key"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String base64() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Metadata with a signature as the standard wants it. */
    String sign(String metadata) {
        return sign(
                metadata,
                RSA_SHA256,
                DigestMethod.SHA256,
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));
    }

    /** Metadata with a signature of some other kind, over the element that has the ID, or all if none has. */
    String sign(String metadata, String method, String digest, List<String> transforms) {
        try {
            Document document = SafeXml.read(new InputSource(new StringReader(metadata)));
            Element root = document.getDocumentElement();
            root.setAttribute("ID", ID);
            root.setIdAttribute("ID", true);
            Reference reference = XML.newReference(
                    "#" + ID,
                    XML.newDigestMethod(digest, null),
                    transforms.stream().map(SigningKey::transform).toList(),
                    null,
                    null);
            SignedInfo info = XML.newSignedInfo(
                    XML.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    XML.newSignatureMethod(method, null),
                    List.of(reference));
            DOMSignContext context = new DOMSignContext(key, root, root.getFirstChild());
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE); // also what is out of use
            XML.newXMLSignature(info, null, List.<XMLObject>of(), null, null).sign(context);
            return text(document);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Transform transform(String algorithm) {
        try {
            return XML.newTransform(algorithm, (TransformParameterSpec) null);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(Document document) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
