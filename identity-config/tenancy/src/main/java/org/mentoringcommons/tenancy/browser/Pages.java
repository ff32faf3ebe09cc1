package org.mentoringcommons.tenancy.browser;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Lets a page call with a token that was given to it (CORS). Where a page is from, the browser says; where the portal's pages
 * are, the token says, as its institution registered them. A token that somebody's page elsewhere came by does nothing there,
 * and no other page reads any answer. Nothing is allowed by cookies, and nowhere {@code *}.
 */
class Pages {

    /** Before anything is refused, and before the token is looked at: the browser asks without one whether it may call at all. */
    private static final int FIRST = 1_100;

    private static final String ORIGIN = "Origin";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    /** Such as could be registered: over TLS, or of a machine's own loopback. */
    private static final Pattern REGISTRABLE =
            Pattern.compile("https://[^/?#@\\s]+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    private final SecurityIdentity identity;

    Pages(SecurityIdentity identity) {
        this.identity = identity;
    }

    void register(@Observes Filters filters) {
        filters.register(Pages::answer, FIRST);
    }

    private static void answer(RoutingContext http) {
        String origin = http.request().getHeader(ORIGIN);
        if (origin != null && asksWhetherToCall(http)) {
            mayCall(http.response(), origin);
            return;
        }
        if (origin != null && http.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
            http.addHeadersEndHandler(written -> mayRead(http, origin));
        }
        http.next();
    }

    private static boolean asksWhetherToCall(RoutingContext http) {
        String wanted = http.request().getHeader("Access-Control-Request-Headers");
        return http.request().method() == HttpMethod.OPTIONS
                && http.request().getHeader("Access-Control-Request-Method") != null
                && wanted != null
                && wanted.toLowerCase(Locale.ROOT).contains("authorization");
    }

    /** Nobody's token is here yet, so nobody's registered pages are known: what is called decides, by its token. */
    private static void mayCall(HttpServerResponse answer, String origin) {
        answer.setStatusCode(204).putHeader("Vary", "Origin, Access-Control-Request-Headers");
        if (REGISTRABLE.matcher(origin).matches()) {
            answer.putHeader(ALLOWED, origin)
                    .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "Authorization, Content-Type, Accept, If-Match, If-None-Match, Idempotency-Key, Prefer, Purpose")
                    .putHeader("Access-Control-Max-Age", "600");
        }
        answer.end();
    }

    /**
     * Whose token is over is told so wherever the page is from, and whoever sends too much: the registered pages are not known
     * yet, and 401 and 413 say nothing of anybody.
     */
    private static void mayRead(RoutingContext http, String origin) {
        http.response().headers().add("Vary", ORIGIN);
        boolean registered = http.user() instanceof QuarkusHttpUser user
                && Origins.of(user.getSecurityIdentity()).contains(origin);
        int status = http.response().getStatusCode();
        if (registered || status == 401 || status == 413 && http.user() == null) {
            http.response()
                    .putHeader(ALLOWED, origin)
                    .putHeader(
                            "Access-Control-Expose-Headers",
                            "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After");
        }
    }

    /** Not only is the answer kept from the page: nothing is done. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public void refuse(HttpHeaders headers) {
        String origin = headers.getHeaderString(ORIGIN);
        if (origin != null
                && headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                && !identity.isAnonymous()
                && !Origins.of(identity).contains(origin)) {
            throw Refusal.of(
                            "origin-not-registered",
                            Response.Status.FORBIDDEN,
                            "The token was not given to pages from here")
                    .detail("Register an address of the page with the portal's front end, and sign in by that.")
                    .problem();
        }
    }
}
