package org.mentoringcommons.analytics.rebuild;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What an operator needs to see during a rebuild is answered, and what is frozen; whatever else is read here may speak of numbers. */
class NoHalfNumbers {

    private static final String OURS = "/analytics/v1/";
    private static final Set<String> ALWAYS =
            Set.of("rebuilds", "dead-letters", "count-checks", "audit", "instruments", "releases", "hubs");

    private final WholeData data;

    NoHalfNumbers(WholeData data) {
        this.data = data;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith(OURS)
                && request.getMethod().equals("GET")
                && !ALWAYS.contains(path.substring(OURS.length()).split("/", 2)[0])) {
            WholeData.requireWhole(data.isWhole());
        }
    }
}
