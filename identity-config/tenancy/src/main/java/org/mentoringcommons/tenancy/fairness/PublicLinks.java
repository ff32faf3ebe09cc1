package org.mentoringcommons.tenancy.fairness;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.mentoringcommons.tenancy.Tenant;

/** Tells whose account a request without a token is on. A service whose links admit by themselves has one such bean. */
public interface PublicLinks {

    /**
     * What the link in a request's path is worth.
     *
     * @param institution whose link it is; empty if it leads nowhere
     */
    record Link(Optional<Tenant> institution) {}

    /** The link the request came by, judged without the database; empty if it came by none. */
    Optional<Link> of(UriInfo request);
}
