package org.mentoringcommons.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;

/** Takes note of who does not want to take part, by pseudonym, so that nobody reminds them. */
@ApplicationScoped
public class Declinations {

    private final Invitations invitations;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Drafts drafts;
    private final Clock clock;

    Declinations(Invitations invitations, Pseudonyms pseudonyms, Responses responses, Drafts drafts, Clock clock) {
        this.invitations = invitations;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Declines; again, it changes nothing. An answer given later counts all the same.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, 409 out of time or once answered
     */
    @Transactional
    public void decline(InvitationLink link) {
        Invitee invitee = invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
        ResponseProblems.requireOpen(invitee.stateAt(clock.instant()));
        byte[] pseudonym = pseudonyms.of(invitee.protocol(), invitee.participant());
        ResponseProblems.requireUnanswered(responses.participation(invitee.protocol(), invitee.wave(), pseudonym));
        responses.decline(invitee.wave(), pseudonym);
        drafts.delete(invitee.wave(), pseudonym);
    }
}
