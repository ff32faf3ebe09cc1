package org.mentoringcommons.survey.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final UUID PROTOCOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID PARTICIPANT = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final Pseudonyms pseudonyms = new Pseudonyms(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void a_participant_has_one_pseudonym_within_a_protocol_and_others_elsewhere() {
        byte[] pseudonym = pseudonyms.of(PROTOCOL, PARTICIPANT);

        assertThat(pseudonym).hasSize(32).isEqualTo(pseudonyms.of(PROTOCOL, PARTICIPANT));
        assertThat(pseudonym).isNotEqualTo(pseudonyms.of(PARTICIPANT, PARTICIPANT));
        assertThat(pseudonym).isNotEqualTo(pseudonyms.of(PROTOCOL, PROTOCOL));
    }

    /** Python: h = lambda k, m: hmac.new(k, m, 'sha256').digest(); h(h(bytes(32), protocol.bytes), participant.bytes). */
    @Test
    void it_is_the_hmac_of_the_participant_under_the_protocols_key() {
        assertThat(HexFormat.of().formatHex(pseudonyms.of(PROTOCOL, PARTICIPANT)))
                .isEqualTo("2d724bea04a905159b72f2b12197caa684ca6493da94eec90a8af2295f062b79");
    }

    @Test
    void a_short_secret_is_refused() {
        String short31 = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> new Pseudonyms(short31)).hasMessageContaining("SURVEY_PSEUDONYM_SECRET");
    }
}
