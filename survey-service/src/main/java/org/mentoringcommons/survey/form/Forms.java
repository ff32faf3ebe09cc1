package org.mentoringcommons.survey.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.consent.ConsentRecord;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.protocol.Consents;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.response.Participation;
import org.mentoringcommons.survey.response.ResponseProblems;
import org.mentoringcommons.survey.response.Responses;
import org.mentoringcommons.survey.response.Submissions;

/** The forms of the institution worked for, by invitation. */
@ApplicationScoped
class Forms {

    private final Invitations invitations;
    private final Consents consents;
    private final Questionnaires questionnaires;
    private final Institutions institutions;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Drafts drafts;
    private final Clock clock;

    Forms(
            Invitations invitations,
            Consents consents,
            Questionnaires questionnaires,
            Institutions institutions,
            Pseudonyms pseudonyms,
            Responses responses,
            Drafts drafts,
            Clock clock) {
        this.invitations = invitations;
        this.consents = consents;
        this.questionnaires = questionnaires;
        this.institutions = institutions;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A form that can be answered now.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, 409 out of time or once answered
     */
    @Transactional
    public Form open(InvitationLink link) {
        return open(link, false);
    }

    /**
     * As {@link #open(InvitationLink)}.
     *
     * @param again whether an answer that was sent is to be changed
     */
    @Transactional
    public Form open(InvitationLink link, boolean again) {
        Invitee invitee = invitee(link);
        ResponseProblems.requireOpen(invitee.stateAt(clock.instant()));
        Participation participation = participation(invitee);
        if (!again || participation != Participation.ANSWERED) {
            ResponseProblems.requireUnanswered(participation);
        }
        return form(link, invitee, participation);
    }

    /** A form whatever its state, to read what was filled in. */
    @Transactional
    public Form sent(InvitationLink link) {
        Invitee invitee = invitee(link);
        return form(link, invitee, participation(invitee));
    }

    /** Whether an answer under this version of the consent text would be taken. */
    @Transactional
    public boolean mayAnswerUnder(InvitationLink link, String consentVersion) {
        return invitee(link).mayAnswerUnder(consentVersion);
    }

    /** Whether the answer by this link was given under a text under which none is taken any more. */
    @Transactional
    public boolean answeredUnderAnotherText(InvitationLink link) {
        Invitee invitee = invitee(link);
        return responses.isUnderAnother(
                invitee.protocol(),
                invitee.wave(),
                pseudonym(invitee),
                invitee.consents().stream().map(ConsentReference::version).toList());
    }

    private Participation participation(Invitee invitee) {
        return responses.participation(invitee.protocol(), invitee.wave(), pseudonym(invitee));
    }

    private byte[] pseudonym(Invitee invitee) {
        return pseudonyms.of(invitee.protocol(), invitee.participant());
    }

    /** The participant's own copy of what was decided, today. */
    static ConsentRecord record(InvitationLink link, Submissions.Taken taken) {
        return new ConsentRecord(
                link.institution(),
                taken.protocol(),
                taken.decision().consent(),
                taken.day(),
                taken.decision().research());
    }

    /** How addresses name the institution of this link. */
    @Transactional
    public String alias(InvitationLink link) {
        return institution(link).alias();
    }

    private Institution institution(InvitationLink link) {
        return institutions
                .find(link.institution())
                .orElseThrow(() -> new IllegalStateException("a wave's institution is gone"));
    }

    private Invitee invitee(InvitationLink link) {
        return invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
    }

    private Form form(InvitationLink link, Invitee invitee, Participation participation) {
        Institution institution = institution(link);
        return new Form(
                questionnaires.ofWave(invitee.wave(), invitee.instrument()),
                institution.name(),
                consents.inForce(invitee.protocol()),
                invitee.window().closesAt(),
                institution.timeZone(),
                participation == Participation.DECLINED,
                drafts.find(invitee.wave(), pseudonym(invitee)).orElse(null));
    }
}
