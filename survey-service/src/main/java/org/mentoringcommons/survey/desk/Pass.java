package org.mentoringcommons.survey.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Tenant;

/**
 * That an evaluator of an institution may use the coding page until a moment: a ticket that is good once, or what a
 * browser shows with each request after that. Sealed, and so not stored.
 *
 * @param subject of the access token it was given for
 */
record Pass(UUID id, Tenant institution, String alias, String subject, Instant until) {

    private static final int IDS = 16;

    String sealed(Seals seals, Seals.Purpose purpose) {
        byte[] words = (alias + "\n" + subject).getBytes(StandardCharsets.UTF_8);
        UUID tenant = UUID.fromString(institution.id());
        return seals.seal(
                purpose,
                ByteBuffer.allocate(2 * IDS + Long.BYTES + words.length)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(tenant.getMostSignificantBits())
                        .putLong(tenant.getLeastSignificantBits())
                        .putLong(until.getEpochSecond())
                        .put(words)
                        .array());
    }

    /** What was sealed for this, if it is ours and has not run out. */
    static Optional<Pass> open(Seals seals, Seals.Purpose purpose, String sealed, Instant now) {
        return seals.open(purpose, sealed).map(Pass::read).filter(pass -> now.isBefore(pass.until));
    }

    private static Pass read(byte[] content) {
        ByteBuffer read = ByteBuffer.wrap(content);
        UUID id = new UUID(read.getLong(), read.getLong());
        Tenant institution = new Tenant(new UUID(read.getLong(), read.getLong()).toString());
        Instant until = Instant.ofEpochSecond(read.getLong());
        byte[] words = new byte[read.remaining()];
        read.get(words);
        String[] parts = new String(words, StandardCharsets.UTF_8).split("\n", 2);
        return new Pass(id, institution, parts[0], parts[1], until);
    }
}
