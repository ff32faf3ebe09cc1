package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Tells whose account a request without a token is on. A service whose links admit by themselves has one such bean. */
public interface PublicLinks {

    /**
     * What the link in a request's path is worth.
     *
     * @param lane in which requests by it take their turns: the institution's id for all its links, which are then not
     *     taken for somebody else's, or the link's own; empty if it is none of ours
     * @param lasts whether its answer goes on and on (server-sent events): it costs next to nothing while nothing
     *     happens, is counted on the quota, and takes no place in a lane, which would be taken for as long
     */
    record Link(Optional<String> lane, boolean lasts) {
        public Link(Optional<String> lane) {
            this(lane, false);
        }
    }

    /** The link the request came by, judged without the database; empty if it came by none. */
    Optional<Link> of(UriInfo request);

    /** The same refusal for whoever looks at a page; empty for a program that asks for none. Not to wait for anything. */
    Optional<Response> page(HttpHeaders request, HttpProblem refused);
}
