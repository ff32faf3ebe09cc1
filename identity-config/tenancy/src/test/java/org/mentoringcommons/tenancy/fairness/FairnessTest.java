package org.mentoringcommons.tenancy.fairness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;
import org.mentoringcommons.tenancy.contract.Token;

/** Limits as small as src/test/resources/application.properties says. */
@QuarkusTest
@QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value = "work"))
class FairnessTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Tenant institution;

    @BeforeEach
    void a_quiet_institution() {
        institution = new Tenant(UUID.randomUUID().toString());
        Work.MOST.set(0);
    }

    @AfterEach
    void everybody_goes_home() {
        Work.held.countDown();
        threads.shutdownNow();
    }

    @Test
    void every_answer_tells_what_is_left_also_a_refusal() {
        String portal = portal("portal-" + institution.id());

        Response answer = get(portal, "/busywork/refused");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"portal\";q=5;w=600, \"institution\";q=20;w=600");
        assertThat(answer.header("RateLimit")).isEqualTo("\"portal\";r=4;t=480, \"institution\";r=19;t=570");
    }

    @Test
    void a_portal_that_used_up_its_quota_is_told_when_to_come_back_while_the_others_go_on() {
        String wild = portal("wild-" + institution.id());
        IntStream.range(0, 5).forEach(n -> get(wild, "/busywork").then().statusCode(200));

        Response refused = get(wild, "/busywork");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("type")).isEqualTo("urn:mentoring-commons:problem:rate-limited");
        assertThat(refused.<List<String>>path("violated-policies")).containsExactly("portal");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(110, 120);
        assertThat(refused.header("RateLimit"))
                .as("only why, and no window that ends after the time to come back")
                .isEqualTo("\"portal\";r=0;t=" + refused.header("Retry-After"));
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"portal\";q=5;w=600, \"institution\";q=20;w=600");
        assertThat(get(portal("other-" + institution.id()), "/busywork").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_loop_that_does_not_listen_waits_for_each_refusal_and_not_in_anybodys_lane() {
        String wild = portal("wild-" + institution.id());
        IntStream.range(0, 5).forEach(n -> get(wild, "/busywork"));

        long asked = System.nanoTime();
        List<CompletableFuture<Response>> refusals =
                IntStream.range(0, 3).mapToObj(n -> later(wild, "/busywork")).toList();
        Response colleague = get(Token.member(institution, Roles.FACILITATOR), "/busywork");

        assertThat(colleague.statusCode()).isEqualTo(200);
        assertThat(refusals)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(429));
        assertThat(System.nanoTime() - asked).isGreaterThan(300_000_000L);
    }

    @Test
    void people_and_portals_are_counted_on_their_institution_together() {
        for (int number = 0; number < 4; number++) {
            String portal = portal("portal-" + number + "-" + institution.id());
            IntStream.range(0, 5).forEach(n -> get(portal, "/busywork").then().statusCode(200));
        }

        assertThat(get(Token.member(institution, Roles.FACILITATOR), "/busywork")
                        .statusCode())
                .isEqualTo(429);
        assertThat(get(Token.member(Token.HILLTOP, Roles.FACILITATOR), "/busywork")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_acts_for_no_institution_has_a_quota_of_their_own() {
        Response answer = get(
                Token.of("operator-" + institution.id())
                        .onThePlatform(Roles.PLATFORM_OPERATOR)
                        .sign(),
                "/busywork");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"person\";q=30;w=600");
    }

    @Test
    void of_one_institution_so_many_are_worked_on_at_once_and_others_are_not_kept_waiting() {
        Work.held = new CountDownLatch(1);
        List<CompletableFuture<Response>> noisy = IntStream.range(0, 5)
                .mapToObj(n -> later(Token.member(institution, Roles.FACILITATOR), "/busywork/long"))
                .toList();
        await(() -> Work.BUSY.get() == 2);

        Response quiet = get(Token.member(Token.HILLTOP, Roles.FACILITATOR), "/busywork");
        Work.held.countDown();

        assertThat(quiet.statusCode()).isEqualTo(200);
        assertThat(noisy)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(Work.MOST.get()).isEqualTo(2);
    }

    @Test
    void more_than_may_wait_are_refused_at_once_and_who_waited_too_long_as_well() {
        Work.held = new CountDownLatch(1);
        List<CompletableFuture<Response>> noisy = IntStream.range(0, 6)
                .mapToObj(n -> later(Token.member(institution, Roles.FACILITATOR), "/busywork/long"))
                .toList();

        // two at work, three wait, one too many; then the patience of the three is at its end
        await(() -> noisy.stream().filter(CompletableFuture::isDone).count() == 4);
        Work.held.countDown();

        assertThat(noisy)
                .extracting(answer -> answer.join().statusCode())
                .containsExactlyInAnyOrder(200, 200, 429, 429, 429, 429);
        assertThat(noisy.stream()
                        .map(CompletableFuture::join)
                        .filter(answer -> answer.statusCode() == 429)
                        .map(answer -> answer.header("Retry-After")))
                .containsOnly("1");
        assertThat(noisy.stream()
                        .map(CompletableFuture::join)
                        .filter(answer -> answer.statusCode() == 429)
                        .map(answer -> answer.header("RateLimit")))
                .containsOnlyNulls();
        assertThat(get(Token.member(institution, Roles.FACILITATOR), "/busywork")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void links_that_lead_nowhere_are_soon_refused_while_good_ones_go_on() {
        IntStream.range(0, 3)
                .forEach(n -> given().get("/busywork/links/bad-" + n).then().statusCode(404));

        Response refused = given().accept("text/html, */*").get("/busywork/links/bad");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).as("people get a page").startsWith("text/html");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("RateLimit")).startsWith("\"guess\";r=0;");
        assertThat(given().get("/busywork/links/bad").contentType()).startsWith("application/problem+json");
        assertThat(given().get("/busywork/links/good").statusCode()).isEqualTo(200);
        assertThat(given().get("/busywork/links/good").header("RateLimit-Policy"))
                .isEqualTo("\"address\";q=40;w=600");
    }

    private String portal(String client) {
        return Token.of("service-account-" + client)
                .at(institution, Roles.PORTAL)
                .through(client)
                .sign();
    }

    private CompletableFuture<Response> later(String token, String path) {
        return CompletableFuture.supplyAsync(() -> get(token, path), threads);
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static void await(BooleanSupplier condition) {
        long patience = System.nanoTime() + 15_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
