package org.mentoringcommons.survey.withdrawal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.seal.Hmac;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Proofs of withdrawal. Their address is sealed: it names the withdrawal, and only we can make one. */
@ApplicationScoped
class Proofs {

    private static final int IDS = 32;

    private final Withdrawals withdrawals;
    private final HoldingReleases releases;
    private final Seals seals;
    private final PublicAddress address;
    private final Institutions institutions;
    private final Protocols protocols;
    private final TenantBinding binding;

    Proofs(
            Withdrawals withdrawals,
            HoldingReleases releases,
            Seals seals,
            PublicAddress address,
            Institutions institutions,
            Protocols protocols,
            TenantBinding binding) {
        this.withdrawals = withdrawals;
        this.releases = releases;
        this.seals = seals;
        this.address = address;
        this.institutions = institutions;
        this.protocols = protocols;
        this.binding = binding;
    }

    /**
     * Which withdrawal the code names, binding the request to its institution.
     *
     * @throws HttpProblem 404 {@code proof-not-found} if we did not make the code
     */
    UUID open(String code) {
        ByteBuffer ids = seals.open(Seals.Purpose.PROOF_OF_WITHDRAWAL, code)
                .filter(content -> content.length == IDS)
                .map(ByteBuffer::wrap)
                .orElseThrow(Proofs::notFound);
        Tenant institution = new Tenant(new UUID(ids.getLong(), ids.getLong()).toString());
        if (binding.tenant().filter(other -> !other.equals(institution)).isPresent()) {
            throw notFound();
        }
        binding.bind(institution);
        return new UUID(ids.getLong(), ids.getLong());
    }

    @Transactional
    public ProofView of(UUID withdrawal) {
        return of(withdrawals.find(withdrawal).orElseThrow(Proofs::notFound));
    }

    /** The proof as it stands now. */
    @Transactional
    public ProofView of(Withdrawal withdrawal) {
        Tenant institution = binding.tenant().orElseThrow();
        Protocol protocol = protocols.find(withdrawal.protocol()).orElseThrow();
        Known known = releases.of(withdrawal);
        byte[] ids = ByteBuffer.allocate(IDS)
                .put(Hmac.bytes(UUID.fromString(institution.id())))
                .put(Hmac.bytes(withdrawal.id()))
                .array();
        return new ProofView(
                withdrawal.id(),
                institutions.find(institution).orElseThrow().name(),
                protocol.number(),
                protocol.board(),
                protocol.title(),
                withdrawal.policy(),
                withdrawal.day(),
                withdrawal.answers(),
                Effect.of(withdrawal, known.told()),
                known.releases(),
                known.extent(),
                address.of("/p/" + seals.seal(Seals.Purpose.PROOF_OF_WITHDRAWAL, ids)));
    }

    /** The answer to whoever withdrew: 201 with the proof, 200 if it was so before. */
    @Transactional
    public Response answer(Withdrawing.Done done) {
        return HtmlPage.secret(Response.status(done.first() ? Response.Status.CREATED : Response.Status.OK))
                .entity(of(done.withdrawal()))
                .build();
    }

    private static HttpProblem notFound() {
        return Refusal.notFound("proof").problem();
    }
}
