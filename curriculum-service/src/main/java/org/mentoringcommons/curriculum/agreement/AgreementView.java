package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agreement as one of both sees it.
 *
 * @param with the other's account
 * @param proposedByMe whether the caller writes it; the other signs
 * @param inForce the newest round that both signed, or null
 * @param endedAt when either ended it or gave it up, or null
 * @param reminded whether the caller gets mails
 * @param rounds the oldest first
 */
@Schema(name = "Agreement")
record AgreementView(
        UUID id,
        String with,
        boolean proposedByMe,
        Status status,
        Integer inForce,
        Instant endedAt,
        boolean reminded,
        @Schema(implementation = Object.class) JsonNode definition,
        List<Round> rounds) {

    /** How far it has come. */
    @Schema(name = "AgreementStatus")
    enum Status {
        /** Nothing is signed by both. */
        @JsonProperty("proposed")
        PROPOSED,
        @JsonProperty("in_force")
        IN_FORCE,
        /** In force, and a change waits for signatures. */
        @JsonProperty("change_proposed")
        CHANGE_PROPOSED,
        @JsonProperty("ended")
        ENDED
    }

    static AgreementView of(AgreementHead head, JsonNode definition, List<Round> rounds) {
        return new AgreementView(
                head.id(),
                head.with(),
                head.proposedByMe(),
                head.status(),
                head.inForce(),
                head.endedAt(),
                head.reminded(),
                definition,
                rounds);
    }

    /** The round that waits for signatures, or else the last one. */
    Round newest() {
        return rounds.get(rounds.size() - 1);
    }
}
