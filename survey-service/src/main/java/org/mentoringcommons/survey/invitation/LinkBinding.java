package org.mentoringcommons.survey.invitation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Standings;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** Lets a genuine link stand in for a token: the request is bound to the institution the link names. */
@ApplicationScoped
public class LinkBinding {

    private final InvitationLinks links;
    private final TenantBinding binding;
    private final Standings standings;

    LinkBinding(InvitationLinks links, TenantBinding binding, Standings standings) {
        this.links = links;
        this.binding = binding;
        this.standings = standings;
    }

    /**
     * Binds the current request; before any transaction.
     *
     * @throws HttpProblem 404 {@code invitation-not-found} if the token is not ours, or the caller is signed in for
     *     another institution; 403 {@code institution-suspended} or {@code institution-closed}
     */
    public InvitationLink bind(String token) {
        InvitationLink link = bindToLeave(token);
        standings.requireActive(link.institution());
        return link;
    }

    /**
     * As {@link #bind}, also where the institution may not act: nobody's right to leave is suspended with it.
     *
     * @throws HttpProblem 404 {@code invitation-not-found}
     */
    public InvitationLink bindToLeave(String token) {
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
