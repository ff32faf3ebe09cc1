package org.mentoringcommons.curriculum.adaptation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.workshop.Workshop;
import org.mentoringcommons.curriculum.workshop.Workshops;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

/** Revision 2 has a module of the institution's own in place of the shared version's expectations. */
@QuarkusTest
class UseResourceTest {

    private final Api admin = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private String base;
    private String adaptation;
    private String workshop;

    @Inject
    Workshops workshops;

    @Inject
    TenantTransaction transaction;

    @BeforeEach
    void anAdaptationAndAWorkshopOfItsBase() {
        base = Packages.published();
        Map<String, Object> fork =
                Map.of("key", "lakeside-" + UUID.randomUUID(), "title", "Ours", "curriculum", base, "version", "1.0.0");
        adaptation = admin.post("/curriculum/v1/adaptations", fork)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String at = "/curriculum/v1/adaptations/" + adaptation;
        byte[] zip = admin.call().get(at + "/revisions/1/package").asByteArray();
        Map<String, String> files = new LinkedHashMap<>(ZipFiles.read(zip, new Faults()));
        files.computeIfPresent(
                "curriculum.json", (name, text) -> text.replace("\"key\" : \"expectations\"", "\"key\" : \"own\""));
        files.put("modules/own/sheet.md", files.remove("modules/expectations/sheet.md"));
        given().auth()
                .oauth2(admin.token())
                .contentType("application/zip")
                .body(ZipFiles.write(files))
                .put(at + "/package?basedOn=1")
                .then()
                .statusCode(200);
        admin.post(at + "/revisions/1/publish", "").then().statusCode(200);
        admin.post(at + "/revisions/2/publish", "").then().statusCode(200);
        workshop = WORKSHOPS + "/" + admin.planned(plan());
    }

    @Test
    void what_a_workshop_was_said_to_be_held_with_can_be_taken_back() {
        use(2).then().statusCode(200);

        leave().then().statusCode(204);

        leave().then().statusCode(204);
        admin.call().get(workshop + "/adaptation").then().statusCode(404);
        cover("own").then().statusCode(400);
    }

    @Test
    void what_coverage_and_sessions_name_has_to_be_there_in_what_it_is_held_with_next() {
        use(2).then().statusCode(200);
        cover("communication", "own").then().statusCode(200);
        Map<String, Object> plan = plan();
        plan.put(
                "sessions",
                List.of(Map.of("startsAt", "2026-03-02T12:00:00Z", "minutes", 240, "modules", List.of("own"))));
        admin.put(workshop, plan).then().statusCode(200);

        leave().then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:modules-named"))
                .body("violations.field", containsInAnyOrder("coverage.own", "sessions[0].modules[0]"));
        use(1).then().statusCode(409).body("violations.field", contains("coverage.own", "sessions[0].modules[0]"));

        admin.call().get(workshop + "/adaptation").then().body("revision", equalTo(2));
        cover("communication").then().statusCode(200);
        admin.put(workshop, plan()).then().statusCode(200);
        leave().then().statusCode(204);
    }

    @Test
    void others_are_told_of_both_versions_and_of_the_institutions_own_modules_apart() {
        use(2).then().statusCode(200);
        JsonNode used = last();
        assertThat(used.get("curriculum").asText()).isEqualTo(base);
        assertThat(used.get("version").asText()).isEqualTo("1.0.0");
        assertThat(used.at("/adaptation/id").asText()).isEqualTo(adaptation);
        assertThat(used.at("/adaptation/revision").asInt()).isEqualTo(2);

        cover("communication", "own").then().statusCode(200);
        assertThat(last().get("coverage").toString())
                .isEqualTo(
                        "{\"known\":true,\"modules\":[\"communication\"],\"partly\":[],\"local\":[\"own\"],\"localPartly\":[]}");
        Map<String, String> extents = Map.of("communication", "partly", "own", "partly");
        admin.put(workshop + "/coverage", Map.of("extents", extents)).then().statusCode(200);
        assertThat(last().get("coverage").toString())
                .isEqualTo(
                        "{\"known\":true,\"modules\":[],\"partly\":[\"communication\"],\"local\":[],\"localPartly\":[\"own\"]}");

        cover("communication").then().statusCode(200);
        leave().then().statusCode(204);
        assertThat(last().get("adaptation").isNull()).isTrue();
    }

    private JsonNode last() {
        List<Facts.Told> told = Facts.about(workshop.substring(workshop.lastIndexOf('/') + 1));
        return told.get(told.size() - 1).data();
    }

    @Test
    void a_cancelled_workshop_is_held_with_nothing_else() {
        admin.post(workshop + "/cancel", "").then().statusCode(200);

        use(2).then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:workshop-cancelled"));
        leave().then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:workshop-cancelled"));
    }

    @Test
    void whoever_saw_the_workshop_before_it_was_said_changes_it_no_more() throws Exception {
        UUID id = UUID.fromString(workshop.substring(workshop.lastIndexOf('/') + 1));
        CountDownLatch seen = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.run(Token.LAKESIDE, () -> {
            Workshop old = workshops.get(id);
            seen.countDown();
            await(overtaken);
            workshops.lock(old);
        }));
        await(seen);

        Response used = use(2);
        overtaken.countDown();

        used.then().statusCode(200);
        assertThat(slow)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withRootCauseInstanceOf(org.hibernate.StaleStateException.class);
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan =
                new LinkedHashMap<>(Api.workshop(base, Api.session(Instant.parse("2026-03-02T12:00:00Z"), 240)));
        plan.put("version", "1.0.0");
        return plan;
    }

    private Response use(int revision) {
        return admin.put(workshop + "/adaptation", Map.of("adaptation", adaptation, "revision", revision));
    }

    private Response leave() {
        return admin.call().delete(workshop + "/adaptation");
    }

    private Response cover(String... modules) {
        return admin.put(workshop + "/coverage", Map.of("known", true, "modules", List.of(modules)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
