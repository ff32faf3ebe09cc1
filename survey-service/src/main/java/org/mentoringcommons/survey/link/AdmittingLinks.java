package org.mentoringcommons.survey.link;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.survey.invitation.InvitationLinks;
import org.mentoringcommons.survey.page.HtmlPage;
import org.mentoringcommons.survey.page.WantedLanguages;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.survey.seal.Seals.Purpose;
import org.mentoringcommons.tenancy.fairness.PublicLinks;

/**
 * Everything of this service that is opened without signing in: links of invitations, proofs of withdrawal and consent
 * records, which prove themselves, and receipts, of which only the database knows.
 */
@ApplicationScoped
class AdmittingLinks implements PublicLinks {

    private static final Map<String, Purpose> PAPERS =
            Map.of("proof", Purpose.PROOF_OF_WITHDRAWAL, "record", Purpose.CONSENT_RECORD);
    /** All that are tried take their turns together, whatever institution they name. */
    private static final Link RECEIPT = new Link(Optional.of("receipts"));

    private final InvitationLinks invitations;
    private final Seals seals;

    AdmittingLinks(InvitationLinks invitations, Seals seals) {
        this.invitations = invitations;
        this.seals = seals;
    }

    @Override
    public Optional<Link> of(UriInfo request) {
        String token = request.getPathParameters().getFirst("token");
        if (token != null) {
            return Optional.of(new Link(
                    invitations.open(token).map(link -> link.institution().id())));
        }
        for (Map.Entry<String, Purpose> paper : PAPERS.entrySet()) {
            String code = request.getPathParameters().getFirst(paper.getKey());
            if (code != null) {
                return Optional.of(new Link(seals.open(paper.getValue(), code).map(content -> code)));
            }
        }
        String path = request.getPath();
        return path.equals("/survey/v1/withdrawals") || path.startsWith("/w/")
                ? Optional.of(RECEIPT)
                : Optional.empty();
    }

    @Override
    public Optional<Response> page(HttpHeaders request, HttpProblem refused) {
        WantedLanguages wanted = WantedLanguages.of(null, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return HtmlPage.refusal(request, wanted.wording(), refused);
    }
}
