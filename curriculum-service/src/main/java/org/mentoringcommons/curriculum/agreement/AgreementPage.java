package org.mentoringcommons.curriculum.agreement;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.curriculum.worksheet.FilledPage;

/** An agreement on paper. */
final class AgreementPage {

    private AgreementPage() {}

    static String of(AgreementView agreement) {
        Round round = agreement.inForce() == null
                ? agreement.newest()
                : agreement.rounds().get(agreement.inForce() - 1);
        List<String> below = new ArrayList<>();
        below.add("We look at this again on " + round.reviewOn() + ", and are in touch " + round.contactsAYear()
                + " times a year.");
        round.signatures()
                .forEach(signature -> below.add("Signed by " + signature.by() + " on "
                        + signature.signedAt().atZone(ZoneOffset.UTC).toLocalDate()));
        if (!round.isSignedByBoth()) {
            below.add("Not signed by both.");
        }
        if (agreement.endedAt() != null) {
            below.add("Ended on " + agreement.endedAt().atZone(ZoneOffset.UTC).toLocalDate() + ".");
        }
        return FilledPage.of(agreement.definition(), round.answers(), below);
    }
}
