package org.mentoringcommons.survey.response;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * Codes that a form comes with and its answer carries back. The participant keeps the code, we keep its hash: it makes
 * a retry harmless, and is the participant's own key to the answer.
 */
public final class ReceiptCodes {

    /** Ours, or another of at least as many characters: the hash protects it only if it cannot be guessed. */
    static final String PATTERN = "[A-Za-z0-9-]{20,64}";

    /** Digits and capitals without the four that are misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptCodes() {}

    /** A fresh code of 125 random bits, in groups that can be copied by hand. */
    public static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                code.append('-');
            }
            for (int at = 0; at < GROUP; at++) {
                code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
        }
        return code.toString();
    }

    /** Whether it can serve as a receipt code. */
    public static boolean isGood(String code) {
        return code.matches(PATTERN);
    }

    /**
     * The hashes of what somebody may have meant by this: the code as it is written, and one of ours however it was
     * typed. Always two, so that it takes as long whatever was typed.
     */
    public static List<byte[]> hashes(String typed) {
        String stripped = typed.strip();
        return List.of(hash(stripped), hash(ours(stripped)));
    }

    /** Without blanks and signs, in capitals, with the letters we never use as the digits they are taken for. */
    private static String ours(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
