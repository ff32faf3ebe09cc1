package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/** {@code deploy/up}, {@code deploy/token} and {@code deploy/down} as typed, with a small evaluation of our own. */
class CommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SITES = Set.of("UIC", "Purdue");
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path DATA = Path.of("target", "commands", "data").toAbsolutePath();
    private static final Path EVALUATION =
            Path.of("target", "commands", "evaluation").toAbsolutePath();
    private static String firstStart;

    @BeforeAll
    static void the_exchange_is_up() throws Exception {
        TheStack.delete(DATA.getParent());
        shrinkTheEvaluation();
        firstStart = run(
                "deploy/up", "--detach", "--free-ports", "--data", DATA.toString(), "--demo", EVALUATION.toString());
    }

    @AfterAll
    static void the_exchange_is_down() throws Exception {
        run("deploy/down", "--data", DATA.toString());
    }

    @Test
    void the_comparison_the_form_and_the_way_to_the_report_are_printed() throws Exception {
        assertThat(firstStart)
                .contains("3 of 3 published numbers are equal")
                // another start may have chosen other ports since
                .contains(URI.create(stack().get("openInvitation").asText()).getPath())
                .contains("/analytics/v1/studies/" + stack().get("study").asText() + "/report");
    }

    @Test
    void stack_json_says_who_is_who_and_everybody_gets_a_token() throws Exception {
        JsonNode stack = stack();
        assertThat(names(stack))
                .containsExactlyInAnyOrder(
                        "services",
                        "keycloak",
                        "realm",
                        "users",
                        "portals",
                        "institutions",
                        "study",
                        "openInvitation",
                        "release");
        assertThat(names(stack.get("services")))
                .containsExactlyInAnyOrder("identity", "curriculum", "survey", "analytics");
        assertThat(names(stack.get("users")))
                .containsExactlyInAnyOrder(
                        "operator",
                        "hub-admin",
                        "institution-admin",
                        "facilitator",
                        "evaluator",
                        "analyst",
                        "participant");
        List<String> everybody = new ArrayList<>(names(stack.get("users")));
        everybody.addAll(names(stack.get("portals")));
        for (String name : everybody) {
            assertThat(run("deploy/token", "--data", DATA.toString(), name)
                            .strip()
                            .split("\\."))
                    .as(name)
                    .hasSize(3);
        }
    }

    @Test
    void a_newcomers_answer_changes_no_published_number_and_survives_a_second_start() throws Exception {
        String form = stack().get("openInvitation").asText();
        given().get(form).then().statusCode(200);
        String api = stack().at("/services/survey").asText() + "/survey/v1/forms/"
                + form.substring(form.lastIndexOf('/') + 1);
        JsonNode served = JSON.readTree(given().get(api).asString());
        given().contentType("application/json")
                .body("{\"receipt\":\"" + served.get("receipt").asText() + "\",\"consentVersion\":\""
                        + served.at("/consent/version").asText()
                        + "\",\"research\":true,\"answers\":{\"communication_1\":{\"then\":2,\"now\":6}}}")
                .post(api + "/response")
                .then()
                .statusCode(201);

        run("deploy/down", "--data", DATA.toString());
        String secondStart = run(
                "deploy/up", "--detach", "--free-ports", "--data", DATA.toString(), "--demo", EVALUATION.toString());

        assertThat(secondStart).contains("3 of 3 published numbers are equal").doesNotContain("people have answered");
        given().get(stack().get("openInvitation").asText()).then().statusCode(409);
    }

    /** The shipped evaluation at two sites only, and of its numbers those that are easily counted anew. */
    private static void shrinkTheEvaluation() throws IOException {
        Files.createDirectories(EVALUATION);
        List<String> workshops = keep("workshops.csv", line -> SITES.contains(line[1]));
        Set<String> keys = firsts(workshops);
        List<String> included = workshops.stream()
                .filter(line -> line.split(",", -1)[9].equals("1"))
                .toList();
        List<String> people = keep("respondents.csv", line -> keys.contains(line[1]));
        Set<String> participants = firsts(people);
        for (String codes : List.of("codes_consensus.csv", "most_useful_codes.csv", "improve_codes.csv")) {
            keep(codes, line -> participants.contains(line[0]));
        }
        Files.writeString(
                EVALUATION.resolve("expected_margins.json"),
                "{\"margins\":{\"implementations_analysed\":{\"expected\":" + included.size()
                        + "},\"trained\":{\"expected\":" + people.size() + "},\"consented\":{\"expected\":"
                        + people.stream()
                                .filter(line -> line.split(",", -1)[3].equals("1"))
                                .count() + "}}}");
    }

    private static List<String> keep(String file, java.util.function.Predicate<String[]> kept) throws IOException {
        List<String> lines;
        try (var stream = RecreatedEvaluation.class.getResourceAsStream("mentoring-up/" + file)) {
            lines = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> rows = lines.stream()
                .skip(1)
                .filter(line -> kept.test(line.split(",", -1)))
                .toList();
        List<String> written = new ArrayList<>(lines.subList(0, 1));
        written.addAll(rows);
        Files.write(EVALUATION.resolve(file), written);
        return rows;
    }

    private static Set<String> firsts(List<String> lines) {
        return lines.stream().map(line -> line.split(",", -1)[0]).collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode stack() {
        try {
            return JSON.readTree(DATA.resolve("stack.json").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(Path.of("target"), "command", ".out");
        Process process = new ProcessBuilder(command)
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
