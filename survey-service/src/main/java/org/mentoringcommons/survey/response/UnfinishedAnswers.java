package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.draft.DraftContent;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.instrument.AcceptedAnswers;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.HalfPair;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitations.Invitation;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.wave.Wave;

/**
 * Takes what was saved and never sent, of those who wished that it counts: as it is, under the consent text they were
 * shown if an answer under it is still taken, marked. What does not fit is missing; half a pair stays with the answer,
 * but is not told, so that pair and scale are missing elsewhere.
 */
@ApplicationScoped
public class UnfinishedAnswers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Invitations invitations;
    private final Questionnaires questionnaires;
    private final Pseudonyms pseudonyms;
    private final Drafts drafts;
    private final Responses responses;
    private final Outbox outbox;

    UnfinishedAnswers(
            Invitations invitations,
            Questionnaires questionnaires,
            Pseudonyms pseudonyms,
            Drafts drafts,
            Responses responses,
            Outbox outbox) {
        this.invitations = invitations;
        this.questionnaires = questionnaires;
        this.pseudonyms = pseudonyms;
        this.drafts = drafts;
        this.responses = responses;
        this.outbox = outbox;
    }

    /** Takes those of this wave, within the transaction under way; nobody may be able to answer any more. */
    public void take(Wave wave) {
        if (!drafts.areThere(wave.id())) {
            return;
        }
        List<UUID> inNoOrder = new ArrayList<>(
                invitations.ofWave(wave.id()).stream().map(Invitation::id).toList());
        Collections.shuffle(inNoOrder, RANDOM); // they are told one after the other: in that of people, who they are
        for (UUID invitation : inNoOrder) {
            invitations.invitee(invitation).ifPresent(this::take);
        }
    }

    private void take(Invitee invitee) {
        byte[] pseudonym = pseudonyms.of(invitee.protocol(), invitee.participant());
        drafts.find(invitee.wave(), pseudonym)
                .map(Draft::content)
                .filter(draft -> draft.countUnfinished() && draft.research() != null)
                .ifPresent(draft -> invitee.shown(draft.consentVersion(), draft.consentLanguage())
                        .ifPresent(consent -> take(invitee, pseudonym, draft, consent)));
    }

    private void take(Invitee invitee, byte[] pseudonym, DraftContent draft, ConsentReference consent) {
        Definition definition =
                questionnaires.ofWave(invitee.wave(), invitee.instrument()).definition();
        AcceptedAnswers whole = definition.accept(draft.answers(), Violations.none());
        ObjectNode told = whole.coded().deepCopy();
        definition.items().stream()
                .filter(item -> !whole.coded().has(item.key()))
                .forEach(item -> HalfPair.of(item, draft.answers().get(item.key()))
                        .ifPresent(half -> whole.coded().set(item.key(), half)));
        if (whole.coded().isEmpty() && whole.texts().isEmpty()) {
            return;
        }
        Response response = new Response(
                UUID.randomUUID(),
                invitee.wave(),
                pseudonym,
                ReceiptCodes.hash(ReceiptCodes.fresh()), // nobody was given one; the link remains to withdraw by
                draft.research(),
                consent,
                whole);
        if (responses.addUnfinished(invitee.protocol(), response)) {
            outbox.append(ResponseFact.of(
                    response.id(),
                    response.wave(),
                    1,
                    response.research(),
                    true,
                    new AcceptedAnswers(told, whole.texts()),
                    invitee.window().opensAt()));
        }
    }
}
