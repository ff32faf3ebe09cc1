package org.mentoringcommons.deploy.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Signs tokens itself, for a service that was given its key instead of a Keycloak. */
final class Signer {

    private final KeyPair keys;

    Signer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@code quarkus.oidc.public-key} takes it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /**
     * A token for a person, good for two hours.
     *
     * @param more claims, as members of a JSON object
     */
    String token(String subject, String more) {
        String claims =
                """
                {"sub": "%1$s", "aud": "mentoring-commons", "preferred_username": "%1$s", "azp": "console",
                 %2$s, "iat": %3$d, "exp": %4$d}"""
                        .formatted(
                                subject,
                                more,
                                Instant.now().getEpochSecond(),
                                Instant.now().plus(Duration.ofHours(2)).getEpochSecond());
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
