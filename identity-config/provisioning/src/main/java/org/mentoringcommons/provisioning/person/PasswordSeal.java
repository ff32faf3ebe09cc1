package org.mentoringcommons.provisioning.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the password of somebody Keycloak does not know yet out of the database's sight (AES-256-GCM). The key comes
 * from our own client secret: whoever has that can set any password in Keycloak anyway, so no further secret is needed.
 */
@ApplicationScoped
public class PasswordSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String clientSecret;
    private final SecretKeySpec key;

    PasswordSeal(@ConfigProperty(name = "provisioning.client-secret") String clientSecret)
            throws GeneralSecurityException {
        this.clientSecret = clientSecret;
        key = new SecretKeySpec(derived("newcomer password v1"), "AES");
    }

    /** By which a secret is known again by whoever has our own, and of no use to anybody else. */
    public String fingerprint(String whose, String secret) {
        try {
            return HexFormat.of().formatHex(derived("fingerprint v1 of " + whose + ": " + secret));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] derived(String purpose) throws GeneralSecurityException {
        Mac derivation = Mac.getInstance("HmacSHA256");
        derivation.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return derivation.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals a password for one user name; another's row cannot be opened with it in place. */
    public String seal(String username, String password) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, username).doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + closed.length)
                            .put(nonce)
                            .put(closed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The password again; empty if our client secret has changed since, so that it must be set anew. */
    public Optional<String> open(String username, String content64) {
        ByteBuffer content = ByteBuffer.wrap(Base64.getDecoder().decode(content64));
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        byte[] encrypted = new byte[content.remaining()];
        content.get(encrypted);
        try {
            return Optional.of(new String(
                    cipher(Cipher.DECRYPT_MODE, nonce, username).doFinal(encrypted), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String username) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(username.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
