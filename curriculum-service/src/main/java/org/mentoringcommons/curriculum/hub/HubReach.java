package org.mentoringcommons.curriculum.hub;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Whether a hub is the caller's. Asked of the registry each time, with the caller's own token: which hub somebody
 * administers stands there and nowhere else, and is no attribute of an account that anybody could edit.
 */
@ApplicationScoped
public class HubReach {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String registry;
    private final SecurityIdentity identity;

    HubReach(@ConfigProperty(name = "curriculum.identity-url") String registry, SecurityIdentity identity) {
        this.registry = registry.replaceAll("/+$", "");
        this.identity = identity;
    }

    /**
     * To be called before a transaction begins: nobody's connection waits for another service.
     *
     * @throws HttpProblem 404 {@code hub-not-found} if there is no such hub, or it is not the caller's; 503 {@code
     *     registry-away} if nobody can tell now
     */
    public void require(String hub) {
        if (!KEY.matcher(hub).matches() || !isOpen(hub)) {
            throw Refusal.notFound("hub").problem();
        }
    }

    private boolean isOpen(String hub) {
        int status = asked(hub);
        return switch (status) {
            case 200 -> true;
            case 401, 403, 404 -> false;
            default -> throw away();
        };
    }

    private int asked(String hub) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(registry + "/identity/v1/hubs/" + hub))
                                    .timeout(ANSWER)
                                    .header("Authorization", "Bearer " + token())
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw away();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private String token() {
        return ((JsonWebToken) identity.getPrincipal()).getRawToken();
    }

    private static HttpProblem away() {
        return Refusal.of("registry-away", Response.Status.SERVICE_UNAVAILABLE, "The registry cannot be asked just now")
                .detail("Whose hub it is cannot be told; try again in a moment.")
                .problem();
    }
}
