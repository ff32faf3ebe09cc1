package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
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
    private final Questionnaires questionnaires;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Outbox outbox;
    private final Clock clock;

    Submissions(
            Invitations invitations,
            Questionnaires questionnaires,
            Pseudonyms pseudonyms,
            Responses responses,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.questionnaires = questionnaires;
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
     * An accepted answer.
     *
     * @param decision as it is kept, not as a retry may have said
     * @param day today, by the institution's clocks
     */
    public record Taken(Outcome outcome, UUID protocol, Decision decision, LocalDate day) {}

    /**
     * Takes an answer.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is not taken: 404 without an invitation, 409 out of
     *     time, after another answer or a withdrawal, or under another consent, 400 naming each field that does not fit
     */
    @Transactional
    public Taken submit(InvitationLink link, NewResponse given) {
        Invitee invitee = invitations.inviteeToAnswer(link.invitation()).orElseThrow(LinkBinding::notFound);
        byte[] pseudonym = pseudonyms.of(invitee.protocol(), invitee.participant());
        byte[] receiptHash = ReceiptCodes.hash(given.receipt());
        Window.State state = invitee.stateAt(clock.instant());
        if (state == Window.State.CLOSED) { // the first arrival of a retry was in time
            return repeated(invitee, pseudonym, receiptHash)
                    .orElseThrow(() -> ResponseProblems.closed().problem());
        }
        ResponseProblems.requireOpen(state);
        ConsentReference consent = consent(invitee, given);
        Response response = new Response(
                UUID.randomUUID(),
                invitee.wave(),
                pseudonym,
                receiptHash,
                given.research(),
                consent,
                accepted(invitee, given));
        if (responses.addIfFirst(invitee.protocol(), response)) {
            outbox.append(ResponseFact.of(
                    response.id(),
                    response.wave(),
                    1,
                    response.research(),
                    false,
                    response.answers(),
                    invitee.window().opensAt()));
            return taken(Outcome.KEPT, invitee, new Decision(consent, response.research()));
        }
        return repeated(invitee, pseudonym, receiptHash).orElseThrow(() -> {
            ResponseProblems.requireUnanswered(responses.participation(invitee.protocol(), invitee.wave(), pseudonym));
            return new IllegalStateException("an answer was neither kept nor there");
        });
    }

    private Optional<Taken> repeated(Invitee invitee, byte[] pseudonym, byte[] receiptHash) {
        return responses
                .givenWith(invitee.wave(), pseudonym, receiptHash)
                .map(decision -> taken(Outcome.REPEATED, invitee, decision));
    }

    Taken taken(Outcome outcome, Invitee invitee, Decision decision) {
        LocalDate today = clock.instant().atZone(invitee.timeZone()).toLocalDate();
        return new Taken(outcome, invitee.protocol(), decision, today);
    }

    /** The text that was shown, if an answer under it is taken now. */
    ConsentReference consent(Invitee invitee, NewResponse given) {
        if (!invitee.mayAnswerUnder(given.consentVersion())) {
            throw ResponseProblems.consentChanged(invitee.consentInForce()).problem();
        }
        return invitee.shown(given.consentVersion(), given.consentLanguage())
                .orElseThrow(() -> ResponseProblems.consentLanguageUnknown().problem());
    }

    AcceptedAnswers accepted(Invitee invitee, NewResponse given) {
        Violations violations = Violations.none();
        AcceptedAnswers answers = questionnaires
                .ofWave(invitee.wave(), invitee.instrument())
                .definition()
                .accept(given.answers(), violations);
        if (!violations.isEmpty()) {
            throw ResponseProblems.invalid(violations).problem();
        }
        return answers;
    }
}
