package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.wave.Window;

/** Takes answers: one read, two inserts, all or nothing, each invitation once. */
@ApplicationScoped
public class Submissions {

    private final Invitations invitations;
    private final Instruments instruments;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Outbox outbox;
    private final Clock clock;

    Submissions(
            Invitations invitations,
            Instruments instruments,
            Pseudonyms pseudonyms,
            Responses responses,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.instruments = instruments;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of an accepted answer. */
    public enum Outcome {
        /** It is kept now. */
        KEPT,
        /** It was kept already: this was a retry. */
        REPEATED
    }

    /**
     * Takes an answer.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not taken: 404 without an invitation, 409 out of
     *     time, after another answer or under another consent, 400 naming each field that does not fit
     */
    @Transactional
    public Outcome submit(InvitationLink link, NewResponse given) {
        Invitee invitee = invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
        byte[] pseudonym = pseudonyms.of(invitee.protocol(), invitee.participant());
        byte[] receiptHash = ReceiptCodes.hash(given.receipt());
        Window.State state = invitee.window().at(clock.instant());
        if (state == Window.State.SCHEDULED) {
            throw ResponseProblems.notOpen().problem();
        }
        if (state == Window.State.CLOSED) {
            if (responses.wasGivenWith(invitee.wave(), pseudonym, receiptHash)) {
                return Outcome.REPEATED; // its first arrival was in time
            }
            throw ResponseProblems.closed().problem();
        }
        if (!invitee.mayAnswerUnder(given.consentVersion())) {
            throw ResponseProblems.consentChanged(invitee.consentInForce()).problem();
        }
        ConsentReference consent = invitee.shown(given.consentVersion(), given.consentLanguage())
                .orElseThrow(() -> ResponseProblems.consentLanguageUnknown().problem());
        Response response = new Response(
                UUID.randomUUID(),
                invitee.wave(),
                pseudonym,
                receiptHash,
                given.research(),
                consent,
                accepted(invitee, given));
        if (responses.addIfFirst(response)) {
            outbox.append(ResponseFact.of(
                    response.id(),
                    response.wave(),
                    response.research(),
                    response.answers().coded()));
            return Outcome.KEPT;
        }
        if (responses.wasGivenWith(invitee.wave(), pseudonym, receiptHash)) {
            return Outcome.REPEATED;
        }
        throw ResponseProblems.alreadyAnswered().problem();
    }

    private AcceptedAnswers accepted(Invitee invitee, NewResponse given) {
        Violations violations = Violations.none();
        AcceptedAnswers answers =
                instruments.get(invitee.instrument()).definition().accept(given.answers(), violations);
        if (!violations.isEmpty()) {
            throw ResponseProblems.invalid(violations).problem();
        }
        return answers;
    }
}
