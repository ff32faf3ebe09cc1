package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/** Deletes what is held here of a participant on request: invitations, and with them links. Answers name nobody. */
@ApplicationScoped
public class Forgetting {

    private final Invitations invitations;

    Forgetting(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation */
    @Transactional
    public void requireInvitation(InvitationLink link) {
        invitee(link);
    }

    /**
     * Forgets whoever has this link.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, also once it is forgotten
     */
    @Transactional
    public void forget(InvitationLink link) {
        invitations.forget(invitee(link).participant());
    }

    /**
     * Forgets this participant of the roster; one that is forgotten already stays so.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for one that was never invited
     */
    @Transactional
    public void forget(UUID participant) {
        if (!invitations.forget(participant)) {
            throw Refusal.notFound("participant").problem();
        }
    }

    private Invitee invitee(InvitationLink link) {
        return invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
    }
}
