package org.mentoringcommons.survey.invitation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Access tokens of this service's own accounts, one at each institution and good for that only. */
@ApplicationScoped
class ServiceTokens {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** A token this close to its end is not used any more: clocks differ, and requests take time. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final String tokenUrl;
    private final String client;
    private final String secret;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String token, Instant until) {}

    ServiceTokens(
            @ConfigProperty(name = "survey.token-url") String tokenUrl,
            @ConfigProperty(name = "survey.client-id") String client,
            @ConfigProperty(name = "survey.client-secret") String secret,
            ObjectMapper json) {
        this.tokenUrl = tokenUrl;
        this.client = client;
        this.secret = secret;
        this.json = json;
    }

    /**
     * @throws IOException if none can be had now: Keycloak is away, or the institution is suspended or not known there
     */
    String forInstitution(HttpClient http, String alias) throws IOException, InterruptedException {
        Held present = held.get(alias);
        if (present != null && clock.instant().isBefore(present.until())) {
            return present.token();
        }
        Held fresh = ask(http, alias);
        held.put(alias, fresh);
        return fresh.token();
    }

    void forget(String alias) {
        held.remove(alias);
    }

    private Held ask(HttpClient http, String alias) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(client + "-" + alias) + "&client_secret="
                + encoded(secret) + "&scope=" + encoded("organization:" + alias);
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokenUrl))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        Instant asked = clock.instant();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("no token could be had: " + answer.statusCode());
        }
        JsonNode body = json.readTree(answer.body());
        return new Held(
                body.path("access_token").asText(),
                asked.plusSeconds(body.path("expires_in").asLong()).minus(MARGIN));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
