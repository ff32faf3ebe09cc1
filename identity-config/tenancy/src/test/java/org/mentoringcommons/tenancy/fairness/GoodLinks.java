package org.mentoringcommons.tenancy.fairness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.mentoringcommons.tenancy.contract.Token;

/** Links of Lakeside, which begin with "good". */
@ApplicationScoped
class GoodLinks implements PublicLinks {

    @Override
    public Optional<Link> of(UriInfo request) {
        return Optional.ofNullable(request.getPathParameters().getFirst("token"))
                .map(token -> new Link(Optional.of(Token.LAKESIDE).filter(tenant -> token.startsWith("good"))));
    }
}
