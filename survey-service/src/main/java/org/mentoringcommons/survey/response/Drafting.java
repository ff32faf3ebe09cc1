package org.mentoringcommons.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.draft.Draft;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.draft.NewDraft;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;

/**
 * Saves what is typed for later. Whether answers fit is judged when they are sent: nothing typed is lost for being
 * half of something.
 */
@ApplicationScoped
public class Drafting {

    /** More than the longest answers to the longest instrument; keeps a draft from being used as a store. */
    private static final int LONGEST_ANSWER = 50_000;

    private static final int LONGEST = 500_000;

    private final Invitations invitations;
    private final Questionnaires questionnaires;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Drafts drafts;
    private final Clock clock;

    Drafting(
            Invitations invitations,
            Questionnaires questionnaires,
            Pseudonyms pseudonyms,
            Responses responses,
            Drafts drafts,
            Clock clock) {
        this.invitations = invitations;
        this.questionnaires = questionnaires;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Saves what is typed. The same once more, as a retry sends it, changes nothing.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, 409 out of time, after an answer or
     *     a withdrawal, and {@code draft-changed} if another was saved since the revision typed on; 400 naming what is
     *     no part of the instrument, or too long
     */
    @Transactional
    public Draft save(InvitationLink link, NewDraft typed) {
        // while somebody withdraws nothing is saved that the withdrawal would not know of
        Invitee invitee = invitations.inviteeToAnswer(link.invitation()).orElseThrow(LinkBinding::notFound);
        byte[] pseudonym = requireCanAnswer(invitee);
        check(invitee, typed.answers());
        UUID wave = invitee.wave();
        Optional<Integer> revision = drafts.save(wave, pseudonym, typed);
        Optional<Draft> kept = drafts.find(wave, pseudonym);
        if (revision.isEmpty()
                && kept.filter(draft -> draft.revision() == typed.revision() + 1
                                && draft.content().equals(typed.content()))
                        .isEmpty()) {
            throw ResponseProblems.draftChanged(kept.map(Draft::revision).orElse(0))
                    .problem();
        }
        return kept.orElseThrow();
    }

    /**
     * Deletes what was saved, if anything was.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation
     */
    @Transactional
    public void discard(InvitationLink link) {
        Invitee invitee = invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
        drafts.delete(invitee.wave(), pseudonyms.of(invitee.protocol(), invitee.participant()));
    }

    private byte[] requireCanAnswer(Invitee invitee) {
        ResponseProblems.requireOpen(invitee.stateAt(clock.instant()));
        byte[] pseudonym = pseudonyms.of(invitee.protocol(), invitee.participant());
        ResponseProblems.requireUnanswered(responses.participation(invitee.protocol(), invitee.wave(), pseudonym));
        return pseudonym;
    }

    private void check(Invitee invitee, Map<String, JsonNode> answers) {
        Set<String> items = questionnaires.ofWave(invitee.wave(), invitee.instrument()).definition().items().stream()
                .map(Item::key)
                .collect(Collectors.toSet());
        Violations violations = Violations.none();
        long length = 0;
        for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
            int characters = String.valueOf(answer.getValue()).length();
            length += characters;
            if (!items.contains(answer.getKey())) {
                violations.of("answers").of(answer.getKey()).add("is not an item of the instrument");
            } else if (characters > LONGEST_ANSWER) {
                violations.of("answers").of(answer.getKey()).add("is too long");
            }
        }
        if (length > LONGEST) {
            violations.of("answers").add("are too long");
        }
        if (!violations.isEmpty()) {
            throw ResponseProblems.draftInvalid(violations).problem();
        }
    }
}
