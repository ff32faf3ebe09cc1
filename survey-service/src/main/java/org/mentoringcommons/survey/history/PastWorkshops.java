package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mentoringcommons.tenancy.Refusal;

/**
 * Workshops of the past as curriculum-service has them on record, which is asked with the caller's own token: an import may
 * see, make and remove what whoever makes it may, and nothing else. To be called outside of transactions.
 */
@ApplicationScoped
class PastWorkshops {

    private static final String PATH = "/curriculum/v1/past-workshops";
    private static final int PAGE = 500;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String HEADER =
            "reference,name,curriculum,version,mode,audience,timezone,sessions,enrolled,attended,modules\n";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String curriculum;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    PastWorkshops(
            @ConfigProperty(name = "curriculum.url") String curriculum, SecurityIdentity identity, ObjectMapper json) {
        this.curriculum = curriculum.replaceAll("/+$", "");
        this.identity = identity;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * One that is on record.
     *
     * @param over when it was
     */
    record OnRecord(String reference, UUID workshop, String curriculum, Instant over) {}

    /** All of the institution, by what its records call them. */
    Map<String, OnRecord> all() {
        Map<String, OnRecord> found = new HashMap<>();
        String after = "";
        OnRecord[] page;
        do {
            HttpResponse<byte[]> answer = send(
                    request("?limit=" + PAGE + "&after=" + encoded(after)).GET().build());
            page = read(answer, OnRecord[].class);
            for (OnRecord one : page) {
                found.put(one.reference(), one);
                after = one.reference();
            }
        } while (page.length == PAGE);
        return found;
    }

    /**
     * Puts on record those that are not there, or would.
     *
     * @param problems is told what cannot have been
     * @return their ids by reference, null of what is not made; empty if the caller may not, or something is wrong
     */
    Map<String, UUID> make(List<DeclaredWorkshop> declared, boolean dryRun, Problems problems) {
        String csv = declared.stream()
                .map(workshop ->
                        workshop.cells().stream().map(PastWorkshops::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", HEADER, "\n"));
        HttpResponse<byte[]> answer = send(request("?dryRun=" + dryRun)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8))
                .build());
        Map<String, UUID> made = new HashMap<>();
        if (answer.statusCode() == 400) {
            tree(answer).path("violations").forEach(violation -> tell(violation, problems));
        } else if (answer.statusCode() != 403) {
            tree(requireGood(answer))
                    .path("workshops")
                    .forEach(line -> made.put(
                            line.path("reference").asText(),
                            line.path("workshop").isTextual()
                                    ? UUID.fromString(line.path("workshop").asText())
                                    : null));
        }
        return made;
    }

    /** What became of a workshop that is to be removed from the record. */
    enum Removal {
        GONE,
        IN_USE,
        REFUSED
    }

    Removal remove(UUID workshop) {
        return switch (send(request("/" + workshop).DELETE().build()).statusCode()) {
            case 204, 404 -> Removal.GONE;
            case 409 -> Removal.IN_USE;
            case 403 -> Removal.REFUSED;
            default -> throw away();
        };
    }

    /** The first workshop stands in the file's second line. */
    private static void tell(JsonNode violation, Problems problems) {
        String field = violation.path("field").asText();
        String index = field.startsWith("line ") ? field.substring("line ".length()) : "";
        problems.tellOf(
                index.matches("\\d{1,5}") ? "workshops[" + (Integer.parseInt(index) - 2) + "]" : "workshops",
                violation.path("message").asText());
    }

    private HttpRequest.Builder request(String rest) {
        return HttpRequest.newBuilder(URI.create(curriculum + PATH + rest))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + ((JsonWebToken) identity.getPrincipal()).getRawToken())
                .header("Accept", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw away();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private <T> T read(HttpResponse<byte[]> answer, Class<T> as) {
        try {
            return json.readValue(requireGood(answer).body(), as);
        } catch (IOException unreadable) {
            throw away();
        }
    }

    private JsonNode tree(HttpResponse<byte[]> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException unreadable) {
            throw away();
        }
    }

    private static HttpResponse<byte[]> requireGood(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw away();
        }
        return answer;
    }

    private static HttpProblem away() {
        return Refusal.of(
                        "workshops-away",
                        Response.Status.SERVICE_UNAVAILABLE,
                        "Which workshops there were cannot be asked just now")
                .detail("Nothing was imported; try again in a moment.")
                .problem();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
