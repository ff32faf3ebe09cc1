package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mentoringcommons.deploy.local.Demonstrated;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.RunningStack;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/** One real stack with the demonstration in it, started once for all acceptance tests and stopped after the last. */
final class TheStack implements BeforeAllCallback {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Stack stack;
    private static Demonstrated demonstrated;
    private static JsonNode collected;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent("the stack", none -> started(), Running.class);
    }

    private record Running(Stack stack) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            stack.close();
        }
    }

    private static Running started() {
        Path data = Path.of("target", "stack");
        delete(data);
        Progress progress = new Progress(System.out);
        stack = new Stack(Settings.forTest(data), progress).start();
        Running running = new Running(stack);
        try {
            demonstrated = new RecreatedEvaluation().run(stack.running(), progress);
            Log.awaitRead(Service.ANALYTICS);
            collected = report(demonstrated.study());
        } catch (RuntimeException | AssertionError failed) {
            running.close();
            throw failed;
        }
        return running;
    }

    static Stack stack() {
        return stack;
    }

    static RunningStack running() {
        return stack.running();
    }

    static Demonstrated demonstrated() {
        return demonstrated;
    }

    /** The aliases of the demonstration's institutions. */
    static List<String> institutions() {
        return demonstrated.institutions().keySet().stream().sorted().toList();
    }

    static String tenant(String alias) {
        return demonstrated.institutions().get(alias).id();
    }

    /** A request to the service as a person of the institution. */
    static RequestSpecification as(String username, String institution, Service service) {
        return given().baseUri(stack.url(service).toString())
                .auth()
                .oauth2(stack.running().token(username, Optional.ofNullable(institution)));
    }

    /** A request to the service with a token that was got elsewhere. */
    static RequestSpecification bearer(String token, Service service) {
        return given().baseUri(stack.url(service).toString()).auth().oauth2(token);
    }

    static RequestSpecification asOperator(Service service) {
        return as(stack.running().operator(), null, service);
    }

    /** A request to the identity service by an institution's first administrator. */
    static RequestSpecification administrator(String institution) {
        return as("admin." + institution, institution, Service.IDENTITY).contentType("application/json");
    }

    static RequestSpecification asPortal(String institution, Service service) {
        Demonstrated.Portal portal = demonstrated.portals().get("portal-" + institution);
        return given().baseUri(stack.url(service).toString())
                .auth()
                .oauth2(stack.running().portalToken(portal.clientId(), institution));
    }

    /** The report of a study as the demonstration's evaluator reads it. */
    static JsonNode report(String study) {
        Demonstrated.Person evaluator = demonstrated.users().get("evaluator");
        Response[] read = new Response[1];
        Eventually.assertThat(() -> {
            read[0] = as(evaluator.username(), evaluator.institution(), Service.ANALYTICS)
                    .accept("application/json")
                    .get("/analytics/v1/studies/" + study + "/report");
            Assertions.assertThat(read[0].statusCode())
                    .as("whether it is computed")
                    .isNotEqualTo(202);
        });
        String body = read[0].then().statusCode(200).extract().asString();
        return json(body);
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** The report of the demonstration's study as it was before any test did anything. */
    static JsonNode collected() {
        return collected;
    }

    /** One figure of a report, as it is written; empty if there is none. */
    static Optional<String> figure(JsonNode report, String section, String row, String measure) {
        for (JsonNode candidate : report.get("sections")) {
            if (candidate.get("section").asText().equals(section)) {
                for (JsonNode line : candidate.get("rows")) {
                    for (JsonNode figure : line.get("measures")) {
                        if (line.get("row").asText().equals(row)
                                && figure.get("measure").asText().equals(measure)) {
                            return Optional.of(figure.get("value").asText());
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
