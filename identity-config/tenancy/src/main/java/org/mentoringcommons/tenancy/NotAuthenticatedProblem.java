package org.mentoringcommons.tenancy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * 401 without a token, or with one that is expired or not ours. In place of resteasy-problem's own mappers, which
 * were built against another Quarkus and fail with this one.
 */
final class NotAuthenticatedProblem {

    private NotAuthenticatedProblem() {}

    /** There is no token. */
    @Provider
    @Priority(1)
    public static class Missing implements ExceptionMapper<UnauthorizedException> {
        @Override
        public Response toResponse(UnauthorizedException refused) {
            return answer("The request carries no access token");
        }
    }

    /** There is one, and it does not hold. */
    @Provider
    @Priority(1)
    public static class Refused implements ExceptionMapper<AuthenticationFailedException> {
        @Override
        public Response toResponse(AuthenticationFailedException refused) {
            return answer("The access token is expired or was not issued for this service");
        }
    }

    private static Response answer(String title) {
        return Response.fromResponse(Refusal.of("not-authenticated", Response.Status.UNAUTHORIZED, title)
                        .problem()
                        .toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
