package org.mentoringcommons.survey.invitation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Lets a genuine link stand in for a token: the request is bound to the institution the link names. */
@ApplicationScoped
public class LinkBinding {

    private final InvitationLinks links;
    private final TenantBinding binding;

    LinkBinding(InvitationLinks links, TenantBinding binding) {
        this.links = links;
        this.binding = binding;
    }

    /**
     * Binds the current request; before any transaction.
     *
     * @throws HttpProblem 404 {@code invitation-not-found} if the token is not ours, or the caller is signed in for
     *     another institution
     */
    public InvitationLink bind(String token) {
        InvitationLink link = links.open(token).orElseThrow(LinkBinding::notFound);
        Optional<Tenant> signedInFor = binding.tenant();
        if (signedInFor.isPresent() && !signedInFor.get().equals(link.institution())) {
            throw notFound();
        }
        binding.bind(link.institution());
        return link;
    }

    /** The one answer to every link that leads nowhere, whatever is wrong with it. */
    public static HttpProblem notFound() {
        return Refusal.notFound("invitation").problem();
    }
}
