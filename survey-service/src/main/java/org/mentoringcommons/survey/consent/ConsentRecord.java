package org.mentoringcommons.survey.consent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.tenancy.Tenant;

/**
 * What somebody read and decided by sending answers. It names nobody, and nothing in it leads to the answers.
 *
 * @param consent the text that was shown
 * @param day of the decision, by the institution's clocks: a signature has a date
 * @param research the answer to the research question
 */
public record ConsentRecord(
        Tenant institution, UUID protocol, ConsentReference consent, LocalDate day, boolean research) {

    private static final int IDS = 32;

    byte[] bytes() {
        byte[] rest = String.join(
                        "\n", consent.version(), consent.language(), day.toString(), Boolean.toString(research))
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(IDS + rest.length)
                .put(Hmac.bytes(UUID.fromString(institution.id())))
                .put(Hmac.bytes(protocol))
                .put(rest)
                .array();
    }

    /** @param bytes what {@link #bytes} gave, as its seal proves */
    static ConsentRecord of(byte[] bytes) {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        Tenant institution = new Tenant(new UUID(read.getLong(), read.getLong()).toString());
        UUID protocol = new UUID(read.getLong(), read.getLong());
        String[] rest = new String(bytes, IDS, bytes.length - IDS, StandardCharsets.US_ASCII).split("\n");
        return new ConsentRecord(
                institution,
                protocol,
                new ConsentReference(rest[0], rest[1]),
                LocalDate.parse(rest[2]),
                Boolean.parseBoolean(rest[3]));
    }
}
