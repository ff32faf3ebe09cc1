package org.mentoringcommons.survey.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.coding.CodingErasure;
import org.mentoringcommons.survey.draft.Drafts;
import org.mentoringcommons.survey.invitation.InvitationLink;
import org.mentoringcommons.survey.invitation.Invitations;
import org.mentoringcommons.survey.invitation.Invitee;
import org.mentoringcommons.survey.invitation.LinkBinding;
import org.mentoringcommons.survey.linking.Pairs;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;
import org.mentoringcommons.survey.response.GivenAnswers;
import org.mentoringcommons.survey.response.ReceiptCodes;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Carries out withdrawals. Everything happens in one transaction with the events that tell it, and once: whoever asks
 * again gets the withdrawal there is. Nothing beside the participant is read for it by receipt, or written by either way.
 */
@ApplicationScoped
class Withdrawing {

    /** What it does, for the description of the API. */
    static final String BY_POLICY = " All answers the person gave under the protocol are dealt with by its"
            + " policy: `retain` keeps them in use, `exclude` keeps them out of every count and export, `destroy` removes"
            + " them. Nobody can answer under the protocol again. Asked again, the answer is the same.";

    private final Withdrawals withdrawals;
    private final GivenAnswers answers;
    private final CodingErasure codings;
    private final Drafts drafts;
    private final Pairs pairs;
    private final Invitations invitations;
    private final Pseudonyms pseudonyms;
    private final Protocols protocols;
    private final HoldingReleases releases;
    private final InstitutionDay today;

    Withdrawing(
            Withdrawals withdrawals,
            GivenAnswers answers,
            CodingErasure codings,
            Drafts drafts,
            Pairs pairs,
            Invitations invitations,
            Pseudonyms pseudonyms,
            Protocols protocols,
            HoldingReleases releases,
            InstitutionDay today) {
        this.withdrawals = withdrawals;
        this.answers = answers;
        this.codings = codings;
        this.drafts = drafts;
        this.pairs = pairs;
        this.invitations = invitations;
        this.pseudonyms = pseudonyms;
        this.protocols = protocols;
        this.releases = releases;
        this.today = today;
    }

    /** @param first whether it happened just now; otherwise it had happened before */
    record Done(Withdrawal withdrawal, boolean first) {}

    /**
     * Withdraws whoever gave the answer with this receipt, however it is spelt.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code receipt-not-found}, whatever is wrong with it; 409
     *     {@code receipt-ambiguous} if a portal gave the same code to several people
     */
    @Transactional
    public Done byReceipt(String receipt) {
        List<byte[]> hashes = ReceiptCodes.hashes(receipt);
        Optional<Withdrawal> before = withdrawals.byReceipt(hashes);
        Optional<GivenAnswers.Giver> giver = answers.giver(hashes); // asked in any case: a miss takes as long as a hit
        if (before.isPresent()) {
            return new Done(before.get(), false);
        }
        return giver.map(person -> withdraw(person.protocol(), person.pseudonym()))
                .orElseThrow(() -> Refusal.notFound("receipt").problem());
    }

    /**
     * Withdraws whoever has this link, also before any answer: then none can be given.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without an invitation
     */
    @Transactional
    public Done byLink(InvitationLink link) {
        Invitee invitee = invitations.invitee(link.invitation()).orElseThrow(LinkBinding::notFound);
        return withdraw(invitee.protocol(), pseudonyms.of(invitee.protocol(), invitee.participant()));
    }

    /** Withdraws whom files of answers collected elsewhere give this pseudonym, also before any comes. */
    @Transactional
    public Done imported(UUID protocol, byte[] pseudonym) {
        return withdraw(protocol, pseudonym);
    }

    /**
     * Withdraws whoever gave the imported answer that is known by one of these.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code imported-answer-not-found}
     */
    @Transactional
    public Done imported(UUID protocol, List<byte[]> records) {
        Optional<Withdrawal> before = withdrawals.byRecord(protocol, records);
        if (before.isPresent()) {
            return new Done(before.get(), false);
        }
        return answers.giverOfRecord(protocol, records)
                .map(person -> withdraw(person.protocol(), person.pseudonym()))
                .orElseThrow(() -> Refusal.notFound("imported-answer").problem());
    }

    private Done withdraw(UUID protocolId, byte[] pseudonym) {
        answers.holdBack(protocolId);
        Optional<Withdrawal> before = withdrawals.find(protocolId, pseudonym);
        if (before.isPresent()) {
            return new Done(before.get(), false);
        }
        Protocol protocol = protocols.find(protocolId).orElseThrow();
        List<UUID> given = answers.lock(protocolId, pseudonym);
        Withdrawal withdrawal =
                new Withdrawal(UUID.randomUUID(), protocolId, protocol.withdrawalPolicy(), today.now(), given.size());
        withdrawals.add(withdrawal, pseudonym, given);
        drafts.deleteAll(pseudonym);
        switch (withdrawal.policy()) {
            case RETAIN -> {} // what was collected stays in use
            case EXCLUDE -> {
                releases.await(withdrawal.id(), given);
                codings.eraseOf(given);
                answers.setAside(given);
                pairs.cut(protocolId, pseudonym);
            }
            case DESTROY -> {
                releases.await(withdrawal.id(), given);
                codings.eraseOf(given);
                answers.destroy(given);
                pairs.cut(protocolId, pseudonym);
            }
        }
        return new Done(withdrawal, true);
    }
}
