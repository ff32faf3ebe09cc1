package org.mentoringcommons.survey.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.Instrument;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.response.ResponseProblems;
import org.mentoringcommons.survey.response.Responses;

/** The forms of the institution worked for, by invitation. */
@ApplicationScoped
class Forms {

    private final Invitations invitations;
    private final Protocols protocols;
    private final Instruments instruments;
    private final Institutions institutions;
    private final Pseudonyms pseudonyms;
    private final Responses responses;
    private final Clock clock;

    Forms(
            Invitations invitations,
            Protocols protocols,
            Instruments instruments,
            Institutions institutions,
            Pseudonyms pseudonyms,
            Responses responses,
            Clock clock) {
        this.invitations = invitations;
        this.protocols = protocols;
        this.instruments = instruments;
        this.institutions = institutions;
        this.pseudonyms = pseudonyms;
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * A form that can be answered now.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation, 409 out of time or once answered
     */
    @Transactional
    public Form open(InvitationLink link) {
        Invitee invitee = invitee(link);
        switch (invitee.window().at(clock.instant())) {
            case SCHEDULED -> throw ResponseProblems.notOpen().problem();
            case CLOSED -> throw ResponseProblems.closed().problem();
            case OPEN -> {
                if (responses.exists(invitee.wave(), pseudonyms.of(invitee.protocol(), invitee.participant()))) {
                    throw ResponseProblems.alreadyAnswered().problem();
                }
            }
        }
        return form(link, invitee);
    }

    /** A form whatever its state, to read what was filled in. */
    @Transactional
    public Form sent(InvitationLink link) {
        return form(link, invitee(link));
    }

    private Invitee invitee(InvitationLink link) {
        return invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
    }

    private Form form(InvitationLink link, Invitee invitee) {
        Supplier<IllegalStateException> gone =
                () -> new IllegalStateException("a wave's protocol or institution is gone");
        Protocol protocol = protocols.find(invitee.protocol()).orElseThrow(gone);
        Institution institution =
                Optional.of(link.institution()).flatMap(institutions::find).orElseThrow(gone);
        Instrument instrument = instruments.get(invitee.instrument());
        return new Form(
                instrument.title(),
                institution.name(),
                protocol.consent(),
                instrument.definition(),
                invitee.window().closesAt(),
                institution.timeZone());
    }
}
