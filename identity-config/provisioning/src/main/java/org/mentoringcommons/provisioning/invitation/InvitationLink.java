package org.mentoringcommons.provisioning.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What only the mail's reader knows. We keep its digest, from which nobody makes a link. */
record InvitationLink(String token) {

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "InvitationLink"; // never the token, wherever this may be printed
    }
}
