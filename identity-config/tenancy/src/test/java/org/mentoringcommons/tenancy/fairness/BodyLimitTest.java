package org.mentoringcommons.tenancy.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;
import org.mentoringcommons.tenancy.contract.Token;

/** At most as much as src/test/resources/application.properties says, whether it is announced or comes in chunks. */
@QuarkusTest
@QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value = "work"))
class BodyLimitTest {

    private static final int LIMIT = 64 << 10;

    private final String token = Token.member(new Tenant(UUID.randomUUID().toString()), Roles.FACILITATOR);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void everybody_goes_home() {
        Work.held.countDown();
    }

    static Stream<Arguments> ways() {
        return Stream.of(Version.HTTP_1_1, Version.HTTP_2)
                .flatMap(version -> Stream.of(Arguments.of(version, true), Arguments.of(version, false)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void as_much_as_is_taken_is_read_and_one_more_is_refused_by_a_problem(Version version, boolean announced)
            throws IOException, InterruptedException {
        assertThat(post(version, "/busywork", words(LIMIT), announced).body()).isEqualTo("1");

        HttpResponse<String> refused = post(version, "/busywork", words(LIMIT + 1), announced);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonPath problem = JsonPath.from(refused.body());
        assertThat(problem.getString("type")).isEqualTo("urn:mentoring-commons:problem:too-large");
        assertThat(problem.getInt("status")).isEqualTo(413);
        assertThat(problem.getString("detail")).isEqualTo("At most " + LIMIT + " bytes are taken.");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void much_more_is_refused_just_so(Version version, boolean announced) throws IOException, InterruptedException {
        HttpResponse<String> refused = post(version, "/busywork", words(50 * LIMIT), announced);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(JsonPath.from(refused.body()).getString("type")).endsWith(":too-large");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void people_who_fill_in_a_form_get_a_page(Version version, boolean announced)
            throws IOException, InterruptedException {
        HttpResponse<String> refused = client.send(
                request(version, "/busywork/forms/good")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(body(("answer=" + "a".repeat(1_000) + "&").repeat(2 * LIMIT / 1_000), announced))
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(refused.body()).contains("More was sent than is taken");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void who_is_answered_on_the_same_connection_is_not_cut_off(Version version, boolean announced)
            throws IOException, InterruptedException {
        Work.held = new CountDownLatch(1);
        get("/busywork"); // the connection is by HTTP/2 from here on
        CompletableFuture<HttpResponse<String>> other =
                client.sendAsync(authorized(Version.HTTP_2, "/busywork/long").build(), BodyHandlers.ofString());

        int status = post(version, "/busywork", words(2 * LIMIT), announced).statusCode();
        Work.held.countDown();

        assertThat(status).isEqualTo(413);
        assertThat(other.join().statusCode()).isEqualTo(200);
        assertThat(get("/busywork").version()).isEqualTo(Version.HTTP_2);
    }

    @Test
    void whoever_may_not_send_anything_is_told_so_and_not_how_much_is_taken() throws IOException, InterruptedException {
        HttpResponse<String> refused = client.send(
                request(Version.HTTP_1_1, "/busywork")
                        .header("Content-Type", "application/json")
                        .POST(body(words(2 * LIMIT), false))
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(authorized(Version.HTTP_2, path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Version version, String path, String content, boolean announced)
            throws IOException, InterruptedException {
        return client.send(
                authorized(version, path)
                        .header("Content-Type", "application/json")
                        .POST(body(content, announced))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(Version version, String path) {
        return request(version, path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(Version version, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(version)
                .timeout(Duration.ofSeconds(20));
    }

    private static BodyPublisher body(String content, boolean announced) {
        return announced
                ? BodyPublishers.ofString(content)
                : BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A list of one word, so many bytes long. */
    private static String words(int bytes) {
        return "[\"" + "a".repeat(bytes - 4) + "\"]";
    }
}
