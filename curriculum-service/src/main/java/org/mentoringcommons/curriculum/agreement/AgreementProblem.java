package org.mentoringcommons.curriculum.agreement;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.mentoringcommons.tenancy.Refusal;

/** Why an agreement refuses; says nothing of what is agreed, nor with whom. */
final class AgreementProblem {

    private AgreementProblem() {}

    static HttpProblem noSuchAgreement() {
        return Refusal.notFound("agreement").problem();
    }

    static HttpProblem noSuchVersion() {
        return Refusal.notFound("worksheet-version")
                .violation("version", "is no version of the sheet")
                .problem();
    }

    static HttpProblem notToBeSigned() {
        return Refusal.badRequest("sheet-not-signed", "This worksheet is not one that two people sign")
                .violation("sheet", "is no agreement of two")
                .problem();
    }

    static HttpProblem anotherWorksheet() {
        return Refusal.badRequest("sheet-of-another-worksheet", "A change asks what the agreement asked")
                .violation("sheet", "is not of the agreement's worksheet")
                .problem();
    }

    static HttpProblem unfinished(List<Refusal.Violation> empty) {
        return Refusal.badRequest("agreement-unfinished", "Both should know what they sign")
                .violations(empty)
                .problem();
    }

    static HttpProblem reviewOutOfReach() {
        return Refusal.badRequest("review-unfit", "Nobody looks at it again then")
                .violation("reviewOn", "must lie in the coming five years")
                .problem();
    }

    static HttpProblem tooMany(int agreements) {
        return Refusal.conflict("too-many-agreements", "Nobody proposes more than " + agreements + " agreements")
                .detail("Take back or give up some first.")
                .problem();
    }

    static HttpProblem tooManyRounds(int rounds) {
        return Refusal.conflict("too-many-changes", "No agreement has more than " + rounds + " rounds")
                .detail("End it and propose a new one.")
                .problem();
    }

    static HttpProblem ended() {
        return Refusal.conflict("agreement-ended", "The agreement has ended").problem();
    }

    static HttpProblem inForce() {
        return Refusal.conflict("agreement-in-force", "The agreement is in force")
                .detail("End it first; then either can leave it, and it is gone once both have.")
                .problem();
    }

    static HttpProblem notInForce() {
        return Refusal.conflict("agreement-not-in-force", "Not both have signed")
                .problem();
    }

    static HttpProblem changedMeanwhile(int newest) {
        return Refusal.conflict("changed-meanwhile", "Something else is proposed by now; read it before you sign")
                .violation("round", "is not the newest, which is " + newest)
                .problem();
    }

    static HttpProblem addressUnknown() {
        return Refusal.badRequest("address-unknown", "The token does not say where to write to")
                .detail("Ask for the token with the scope email; reminders go to the account's own address.")
                .problem();
    }
}
