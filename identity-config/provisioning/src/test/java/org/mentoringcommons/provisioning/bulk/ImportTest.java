package org.mentoringcommons.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;

@QuarkusTest
class ImportTest {

    @Inject
    Reconciler reconciler;

    private final String word = Api.fresh("bulk");
    private final Imported imported = new Imported(word);

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void a_file_becomes_institutions_with_their_administrators() {
        String file = Imported.HEADER
                + imported.line("a", "\"College, the first\"", "a." + word)
                + (word + "-b,College without administrator,midwest,consortium_center,Europe/Berlin,,,,,\n");

        Response answer = Api.operator().postCsv("/imports", Imported.bytes("\uFEFF" + file));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("total")).isEqualTo(2);
        JsonPath done = whenDone(answer.header("Location"));
        assertThat(done.getMap("institutions")).isEqualTo(Map.of("active", 2));
        assertThat(done.getMap("administrators")).isEqualTo(Map.of("active", 1));
        assertThat(done.getList("problems")).isEmpty();
        JsonPath first = Api.operator().get("/institutions/" + word + "-a").jsonPath();
        assertThat(first.getString("name")).isEqualTo("College, the first");
        assertThat(first.getList("domains")).containsExactly(word + "-a.example", word + "-a2.example");
        assertThat(Api.operator()
                        .get("/institutions/" + word + "-a/members")
                        .jsonPath()
                        .getList("username"))
                .containsExactly("a." + word);
        assertThat(Keycloak.organizations(word + "-b"))
                .containsExactly(Api.operator()
                        .get("/institutions/" + word + "-b")
                        .jsonPath()
                        .getString("id"));
    }

    @Test
    void a_dry_run_looks_and_does_nothing() {
        Response answer = Api.operator()
                .postCsv(
                        "/imports?dryRun=true",
                        Imported.bytes(Imported.HEADER + imported.line("a", "College", "a." + word)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("progress")).isEqualTo("checked");
        assertThat(answer.jsonPath().getInt("total")).isEqualTo(1);
        imported.assertNothing();
    }

    @Test
    void people_who_cannot_be_had_are_told_by_line_before_anything_is_done() {
        Api.institution(word + "-taken");
        Api.institution(word + "-known-taken");
        String taken = "admin." + word + "-taken";
        Keycloak.goesAway();
        Api.operator().post("/institutions", Api.newInstitution(word + "-soon-taken", "midwest"));
        Keycloak.isBack();
        String soon = "admin." + word + "-soon-taken";
        String file = Imported.HEADER
                + imported.line("a", "College", "a." + word).replace("a." + word + "@people", taken + "@people")
                + imported.line("b", "College", taken).replace(taken + "@people", "b." + word + "@people")
                + imported.line("c", "College", "c." + word).replace("c." + word + "@people", soon + "@people")
                + imported.line("d", "College", "d." + word)
                + imported.line("e", "College", "e." + word).replace("e." + word + "@people", "D." + word + "@people")
                + imported.line("f", "College", "admin." + word + "-known-taken");

        Response dry = Api.operator().postCsv("/imports?dryRun=true", Imported.bytes(file));
        Response answer = Api.operator().postCsv("/imports", Imported.bytes(file));

        assertThat(dry.asString()).isEqualTo(answer.asString()).doesNotContain("@people");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field"))
                .containsExactly("line 2: email", "line 3: username", "line 4: email", "line 6: email");
        imported.assertNothing();
    }

    @Test
    void a_dry_run_that_cannot_ask_for_people_says_so() {
        Keycloak.goesAway();

        Response answer = Api.operator()
                .postCsv(
                        "/imports?dryRun=true",
                        Imported.bytes(Imported.HEADER + imported.line("a", "College", "a." + word)));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).endsWith("keycloak-away");
    }

    @Test
    void an_import_goes_on_when_keycloak_is_back_and_an_impossible_administrator_is_named_by_line() {
        Api.institution(word + "-other");
        String file = Imported.HEADER
                + imported.line("a", "College A", "a." + word)
                + imported.line("b", "College B", "b." + word)
                        .replace("b." + word + "@people", "admin." + word + "-other@people");
        Keycloak.goesAway();
        Response answer = Api.operator().postCsv("/imports", Imported.bytes(file));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String location = answer.header("Location");
        assertThat(get(location).getString("progress")).isEqualTo("working");
        assertThat(get(location).getMap("institutions")).isEqualTo(Map.of("requested", 2));
        Keycloak.isBack();

        JsonPath done = whenDone(location, this::timePasses);
        assertThat(done.getMap("institutions")).isEqualTo(Map.of("active", 2));
        assertThat(done.getMap("administrators")).isEqualTo(Map.of("active", 1, "refused", 1));
        assertThat(done.getList("problems.line")).containsExactly(3);
        assertThat(done.getList("problems.field")).containsExactly("email");
    }

    @Test
    void a_hub_s_administrator_imports_into_the_own_hub_and_sees_the_own_imports() {
        String hub = Api.hub(Api.fresh("hub"));
        Api administrator = Api.administratorOf(hub);
        String file = Imported.HEADER + imported.line("a", "College", "a." + word);

        assertThat(administrator
                        .postCsv("/imports", Imported.bytes(file))
                        .jsonPath()
                        .getList("violations.field"))
                .containsExactly("line 2: hub");
        Response answer = administrator.postCsv("/imports", Imported.bytes(file.replace("midwest", hub)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String path = answer.header("Location").replaceFirst(".*/identity/v1", "");
        assertThat(administrator.get(path).statusCode()).isEqualTo(200);
        assertThat(Api.operator().get(path).statusCode()).isEqualTo(200);
        assertThat(Api.administratorOf(Api.hub(Api.fresh("strangers")))
                        .get(path)
                        .statusCode())
                .isEqualTo(404);
        whenDone(answer.header("Location"));
    }

    private static JsonPath get(String location) {
        return Api.operator().get(location.replaceFirst(".*/identity/v1", "")).jsonPath();
    }

    /** The next round begins; who failed while Keycloak was just coming back rests no longer. */
    private void timePasses() {
        Database.update("update postponed set next_attempt = now() where key like ?", word + "%");
        reconciler.soon();
    }

    private static JsonPath whenDone(String location) {
        return whenDone(location, () -> {});
    }

    private static JsonPath whenDone(String location, Runnable meanwhile) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        JsonPath progress = get(location);
        while (!"done".equals(progress.getString("progress")) && Instant.now().isBefore(limit)) {
            meanwhile.run();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            progress = get(location);
        }
        assertThat(progress.getString("progress")).as(progress.prettify()).isEqualTo("done");
        return progress;
    }
}
