package org.mentoringcommons.deploy.acceptance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What somebody without any key can make of a value, in the usual spellings. */
final class Hashes {

    private Hashes() {}

    static List<String> of(String value) {
        List<byte[]> written = new ArrayList<>(List.of(value.getBytes(StandardCharsets.UTF_8)));
        if (value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            UUID id = UUID.fromString(value);
            written.add(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }
        List<String> hashes = new ArrayList<>();
        for (byte[] bytes : written) {
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                byte[] hash = hash(algorithm, bytes);
                hashes.add(HexFormat.of().formatHex(hash));
                hashes.add(HexFormat.of().formatHex(hash, 0, 16));
                hashes.add(Base64.getEncoder().encodeToString(hash));
                hashes.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
            }
        }
        return hashes;
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
