package org.mentoringcommons.curriculum.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.agreement.AgreementView.Status;

/**
 * An agreement as one of both finds it in a list: without what is agreed.
 *
 * @param with the other's account
 * @param proposedByMe whether the caller writes it; the other signs
 * @param title of the worksheet
 * @param newest the round proposed last
 * @param inForce the newest round that both signed, or null
 * @param reviewOn when both look again at what is in force, or else proposed
 * @param endedAt when either ended it or gave it up, or null
 * @param reminded whether the caller gets mails
 */
@Schema(name = "AgreementHead")
record AgreementHead(
        UUID id,
        String with,
        boolean proposedByMe,
        Status status,
        String title,
        int newest,
        Integer inForce,
        LocalDate reviewOn,
        Instant endedAt,
        boolean reminded) {

    static AgreementHead of(
            UUID id,
            String with,
            boolean proposedByMe,
            String title,
            int newest,
            Integer inForce,
            LocalDate reviewOn,
            Instant endedAt,
            boolean reminded) {
        Status status = endedAt != null
                ? Status.ENDED
                : inForce == null ? Status.PROPOSED : inForce == newest ? Status.IN_FORCE : Status.CHANGE_PROPOSED;
        return new AgreementHead(id, with, proposedByMe, status, title, newest, inForce, reviewOn, endedAt, reminded);
    }
}
