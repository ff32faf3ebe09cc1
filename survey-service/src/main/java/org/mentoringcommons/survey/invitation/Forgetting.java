package org.mentoringcommons.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.tenancy.Refusal;

/** Deletes what is held here of a participant on request: invitations, and with them links. Answers name nobody. */
@ApplicationScoped
public class Forgetting {

    private final Invitations invitations;
    private final Event<InvitationsForgotten> forgotten;

    Forgetting(Invitations invitations, Event<InvitationsForgotten> forgotten) {
        this.forgotten = forgotten;
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
        forgetEverythingOf(invitee(link).participant());
    }

    /**
     * Forgets this participant of the roster; one that is forgotten already stays so.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for one that was never invited
     */
    @Transactional
    public void forget(UUID participant) {
        if (!forgetEverythingOf(participant) && !invitations.isForgotten(participant)) {
            throw Refusal.notFound("participant").problem();
        }
    }

    /**
     * Forgets a participant whose name and address were deleted from the roster, within the transaction under way; also one
     * who was not invited yet, and is not to be by whatever brings an older roster.
     */
    void erased(UUID participant) {
        invitations.leaveOut(participant);
        forgetEverythingOf(participant);
    }

    private boolean forgetEverythingOf(UUID participant) {
        List<UUID> protocols = invitations.delete(participant);
        if (!protocols.isEmpty()) {
            invitations.leaveOut(participant);
        }
        forgotten.fire(new InvitationsForgotten(participant, protocols));
        return !protocols.isEmpty();
    }

    private Invitee invitee(InvitationLink link) {
        return invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
    }
}
