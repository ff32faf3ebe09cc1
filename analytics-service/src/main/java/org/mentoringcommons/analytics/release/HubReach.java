package org.mentoringcommons.analytics.release;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Which hub somebody administers stands in the registry and in no token; so the registry is asked, with the caller's own
 * token, whether it shows them the hub.
 */
@ApplicationScoped
class HubReach {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String identity;
    private final SecurityIdentity caller;

    HubReach(@ConfigProperty(name = "identity.url") String identity, SecurityIdentity caller) {
        this.identity = identity.replaceAll("/+$", "");
        this.caller = caller;
    }

    /**
     * Lets only those go on who are to see the hub.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for everybody else; 503 {@code registry-away}
     */
    void require(String hub) {
        int status = ask(hub);
        if (status == Response.Status.FORBIDDEN.getStatusCode()
                || status == Response.Status.NOT_FOUND.getStatusCode()) {
            throw Refusal.notFound("hub").problem();
        }
        if (status != Response.Status.OK.getStatusCode()) {
            throw away();
        }
    }

    private int ask(String hub) {
        String token = ((JsonWebToken) caller.getPrincipal()).getRawToken();
        // in a path a plus is a plus
        String key = URLEncoder.encode(hub, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(URI.create(identity + "/identity/v1/hubs/" + key))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw away();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static RuntimeException away() {
        return Refusal.of(
                        "registry-away",
                        Response.Status.SERVICE_UNAVAILABLE,
                        "The registry of hubs does not answer; ask again in a minute")
                .problem();
    }
}
