package org.mentoringcommons.provisioning.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What only the mail's reader knows: 256 bits. We keep its digest, from which nobody makes a link. */
record Link(String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Link fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Link"; // never the token, wherever this may be printed
    }
}
