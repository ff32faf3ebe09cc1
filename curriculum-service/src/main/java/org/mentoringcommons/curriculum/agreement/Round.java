package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was proposed at one time, frozen since.
 *
 * @param round from 1
 * @param answers to the worksheet's clauses and questions
 */
@Schema(name = "AgreementRound")
record Round(
        int round,
        @Schema(implementation = Object.class) JsonNode answers,
        LocalDate reviewOn,
        int contactsAYear,
        Instant proposedAt,
        List<Signature> signatures) {

    /**
     * That one of both signed.
     *
     * @param by the account
     */
    @Schema(name = "AgreementSignature")
    record Signature(String by, Instant signedAt) {}

    boolean isSignedByBoth() {
        return signatures.size() == 2;
    }
}
