package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.coding.CodingErasure;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Lets people see and change what they sent. It takes the link and the receipt: links pass through the hands of whoever
 * sends them, receipts do not.
 */
@ApplicationScoped
public class Corrections {

    private final Invitations invitations;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Submissions submissions;
    private final CodingErasure codings;
    private final Outbox outbox;
    private final Clock clock;

    Corrections(
            Invitations invitations,
            Pseudonyms pseudonyms,
            Responses responses,
            Submissions submissions,
            CodingErasure codings,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.submissions = submissions;
        this.codings = codings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What was sent by this link with this receipt, also after the wave has closed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, or {@code receipt-not-found}
     *     whatever is wrong with the receipt
     */
    @Transactional
    public GivenAnswer given(InvitationLink link, String receipt) {
        Invitee invitee = invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
        return given(invitee, receipt);
    }

    /**
     * Puts an answer in the place of the one that was sent. A retry is answered the same.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 as {@link #given}, 409 once the wave has closed, under
     *     another consent, or {@code answers-changed} if they were changed since the revision that was read; 400 naming
     *     each field that does not fit
     */
    @Transactional
    public Submissions.Taken correct(InvitationLink link, NewCorrection wanted) {
        Invitee invitee = invitations.inviteeToAnswer(link.invitation()).orElseThrow(LinkBinding::notFound);
        ResponseProblems.requireOpen(invitee.stateAt(clock.instant()));
        GivenAnswer before = given(invitee, wanted.receipt());
        NewResponse given = wanted.answer();
        Decision decision = new Decision(submissions.consent(invitee, given), given.research());
        AcceptedAnswers answers = submissions.accepted(invitee, given);
        if (before.says(decision, answers)) {
            return submissions.taken(Submissions.Outcome.REPEATED, invitee, decision);
        }
        if (before.revision() != wanted.revision()) {
            throw ResponseProblems.answersChanged(before.revision()).problem();
        }
        codings.eraseOf(before.id(), before.wordsTakenBack(decision.research(), answers.texts()));
        int revision = responses.correct(before, decision, answers);
        outbox.append(ResponseFact.of(
                before.id(),
                invitee.wave(),
                revision,
                decision.research(),
                false,
                answers,
                invitee.window().opensAt()));
        return submissions.taken(Submissions.Outcome.KEPT, invitee, decision);
    }

    private GivenAnswer given(Invitee invitee, String receipt) {
        List<byte[]> hashes = ReceiptCodes.hashes(receipt);
        Optional<GivenAnswer> given =
                responses.lockGiven(invitee.wave(), pseudonyms.of(invitee.protocol(), invitee.participant()));
        return given.filter(answer -> isOneOf(hashes, answer.receiptHash()))
                .orElseThrow(() -> Refusal.notFound("receipt").problem());
    }

    private static boolean isOneOf(List<byte[]> hashes, byte[] kept) {
        boolean found = false;
        for (byte[] hash : hashes) {
            found |= MessageDigest.isEqual(hash, kept);
        }
        return found;
    }
}
