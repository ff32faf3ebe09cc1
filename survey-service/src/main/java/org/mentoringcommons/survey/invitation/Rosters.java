package org.mentoringcommons.survey.invitation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Rosters, and who facilitates, as curriculum-service gives them to this service's own account, one institution at a time. */
@ApplicationScoped
public class Rosters {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final String ROSTER = "/roster";
    private static final String FACILITATORS = "/facilitators";
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String curriculum;
    private final ServiceTokens tokens;
    private final ObjectMapper json;

    Rosters(@ConfigProperty(name = "curriculum.url") String curriculum, ServiceTokens tokens, ObjectMapper json) {
        this.curriculum = curriculum.replaceAll("/+$", "");
        this.tokens = tokens;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The workshop's present roster.
     *
     * @param alias the institution's, which the token's scope names
     * @throws IOException if it cannot be had now
     */
    Roster of(String alias, UUID workshop) throws IOException, InterruptedException {
        return read(alias, workshop, ROSTER, Roster.class);
    }

    /**
     * Whoever facilitates the workshop at present.
     *
     * @throws IOException if that cannot be had now
     */
    List<UUID> facilitators(String alias, UUID workshop) throws IOException, InterruptedException {
        return Arrays.stream(read(alias, workshop, FACILITATORS, Roster.Person[].class))
                .map(Roster.Person::id)
                .toList();
    }

    /** One person's address, for the moment of sending. */
    private record Addressed(UUID id, String email) {}

    private record Addresses(List<Addressed> participants) {}

    /**
     * Where to write to the people of the workshop's present roster; to be used at once and kept nowhere.
     *
     * @throws IOException if they cannot be had now
     */
    public Map<UUID, String> addresses(String alias, UUID workshop) throws IOException, InterruptedException {
        return addresses(read(alias, workshop, ROSTER, Addresses.class).participants());
    }

    /** As {@link #addresses}, of whoever facilitates the workshop at present. */
    public Map<UUID, String> addressesOfFacilitators(String alias, UUID workshop)
            throws IOException, InterruptedException {
        return addresses(List.of(read(alias, workshop, FACILITATORS, Addressed[].class)));
    }

    private static Map<UUID, String> addresses(List<Addressed> people) {
        return people.stream()
                .filter(person -> person.email() != null)
                .collect(Collectors.toMap(Addressed::id, Addressed::email));
    }

    /** One person's name, for the moment of looking for it. */
    private record Named(String name) {}

    private record Names(List<Named> participants) {}

    /**
     * What the people of the workshop's present roster are called; to be used at once and kept nowhere.
     *
     * @throws IOException if that cannot be had now
     */
    public List<String> names(String alias, UUID workshop) throws IOException, InterruptedException {
        return read(alias, workshop, ROSTER, Names.class).participants().stream()
                .map(Named::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private <T> T read(String alias, UUID workshop, String list, Class<T> as) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(curriculum + "/curriculum/v1/workshops/" + workshop + list))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + tokens.forInstitution(http, alias))
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            tokens.forget(alias); // issued before this service's account was admitted, perhaps
        }
        if (answer.statusCode() != 200) {
            throw new IOException("curriculum-service answered " + answer.statusCode());
        }
        try {
            return json.readValue(answer.body(), as);
        } catch (JsonProcessingException failure) {
            String what = ROSTER.equals(list) ? "roster" : "list of facilitators";
            throw new IOException(
                    "the " + what + " is not readable"); // without the cause, which may quote people's names
        }
    }
}
