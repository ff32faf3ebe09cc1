package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentoringcommons.deploy.local.LaunchFailure;

/** One service's API, called as one caller. Whatever is not a success stops the demonstration with what was answered. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final String IF_MATCH = "If-Match";

    private final URI service;
    private final Supplier<String> token;

    /** @param token a valid access token at each call; null to call without one */
    public Api(URI service, Supplier<String> token) {
        this.service = service;
        this.token = token;
    }

    public JsonNode get(String path) {
        return send("GET", path, "application/json", HttpRequest.BodyPublishers.noBody());
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public JsonNode putCsv(String path, String csv) {
        return send("PUT", path, "text/csv; charset=UTF-8", HttpRequest.BodyPublishers.ofString(csv));
    }

    /** Has something done to a thing in the state it is in now. */
    public JsonNode step(String thing, String step) {
        String state = exchange("GET", thing, "application/json", HttpRequest.BodyPublishers.noBody())
                .headers()
                .firstValue("ETag")
                .orElse("");
        return send(
                "POST", thing + "/" + step, "application/json", HttpRequest.BodyPublishers.noBody(), IF_MATCH, state);
    }

    private JsonNode send(
            String method, String path, String contentType, HttpRequest.BodyPublisher body, String... headers) {
        HttpResponse<String> answer = Patience.until("the news of a new institution at " + service, () -> Optional.of(
                        exchange(method, path, contentType, body, headers))
                .filter(Api::knowsTheInstitution));
        if (answer.statusCode() / 100 != 2) {
            throw new LaunchFailure(
                    method + " " + service.resolve(path) + " is refused: " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException malformed) {
            throw new LaunchFailure(method + " " + service.resolve(path) + " answers no JSON.", malformed);
        }
    }

    /** An institution provisioned a moment ago is news that travels; until it arrives a service does not know it. */
    private static boolean knowsTheInstitution(HttpResponse<String> answer) {
        return answer.statusCode() != 404 || !answer.body().contains("institution-not-found");
    }

    private HttpResponse<String> exchange(
            String method, String path, String contentType, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new LaunchFailure(method + " " + service.resolve(path) + " is not answered.", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", stopped);
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
