package org.mentoringcommons.tenancy.fairness;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Links that begin with "good". */
@ApplicationScoped
class GoodLinks implements PublicLinks {

    @Override
    public Optional<Link> of(UriInfo request) {
        return Optional.ofNullable(request.getPathParameters().getFirst("token"))
                .map(token -> new Link(Optional.of("lakeside").filter(lane -> token.startsWith("good"))));
    }

    @Override
    public Optional<Response> page(HttpHeaders request, HttpProblem refused) {
        return Optional.of(request.getAcceptableMediaTypes())
                .filter(accepted -> accepted.contains(MediaType.TEXT_HTML_TYPE))
                .map(html -> Response.status(refused.getStatusCode())
                        .type(MediaType.TEXT_HTML_TYPE)
                        .entity("<p>" + refused.getTitle())
                        .build());
    }
}
