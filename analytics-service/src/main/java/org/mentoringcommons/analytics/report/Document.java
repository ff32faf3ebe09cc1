package org.mentoringcommons.analytics.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One form of a report, ready to be sent.
 *
 * @param type its media type
 * @param body its bytes
 * @param tag the same for the same bytes, on every instance
 */
record Document(String type, byte[] body, String tag) {

    private static final int TAG_BYTES = 16;

    static Document of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Document of(String type, byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new Document(type, body, HexFormat.of().formatHex(digest, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
