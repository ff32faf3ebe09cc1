package org.mentoringcommons.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;

@QuarkusTest
class ImportTest {

    private static final String HEADER = "alias,name,hub,kind,timeZone,domains,username,email,firstName,lastName\n";

    @Inject
    Reconciler reconciler;

    private final String word = Api.fresh("bulk");

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
        String file = HEADER
                + line("a", "\"College, the first\"", "a." + word)
                + (word + "-b,College without administrator,midwest,consortium_center,Europe/Berlin,,,,,\n");

        Response answer = Api.operator().postCsv("/imports", bytes("\uFEFF" + file));

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
        Response answer =
                Api.operator().postCsv("/imports?dryRun=true", bytes(HEADER + line("a", "College", "a." + word)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("progress")).isEqualTo("checked");
        assertThat(answer.jsonPath().getInt("total")).isEqualTo(1);
        assertNothing();
    }

    @Test
    void everything_wrong_in_all_lines_is_told_at_once_and_nothing_is_done() {
        Api.institution(word + "-taken");
        String file = HEADER
                + line("fine", "College", "fine." + word)
                + (word + "-taken,College,midwest,institution,America/Chicago," + word + "-taken.example,,,,\n")
                + (word + "-x,,nowhere,university,Chicago,no_domain,Dana,nobody,,Reyes (Dr.)\n")
                + (word + "-fine,Again,midwest,institution,America/Chicago," + word + "-fine.example,,,,\n")
                + (word + "-y,Ragged,midwest\n")
                + (word + "-z,=HYPERLINK(\"x\"),midwest,institution,America/Chicago,,,,,\n")
                + (word + "-q,\"unclosed,midwest,institution,America/Chicago,,,,,\n");

        Response answer = Api.operator().postCsv("/imports", bytes(file));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        List<String> fields = answer.jsonPath().getList("violations.field");
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "line 3: alias",
                        "line 3: domains",
                        "line 4: name",
                        "line 4: hub",
                        "line 4: kind",
                        "line 4: timeZone",
                        "line 4: domains",
                        "line 4: username",
                        "line 4: email",
                        "line 4: firstName",
                        "line 4: lastName",
                        "line 5: alias",
                        "line 5: domains",
                        "line 6",
                        "line 7",
                        "line 8");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 5: alias' }.message"))
                .isEqualTo("is that of line 2");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 6' }.message"))
                .isEqualTo("has 3 columns instead of 10");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 7' }.message"))
                .contains("formula");
        assertNothing();
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
        String file = HEADER
                + line("a", "College", "a." + word).replace("a." + word + "@people", taken + "@people")
                + line("b", "College", taken).replace(taken + "@people", "b." + word + "@people")
                + line("c", "College", "c." + word).replace("c." + word + "@people", soon + "@people")
                + line("d", "College", "d." + word)
                + line("e", "College", "e." + word).replace("e." + word + "@people", "D." + word + "@people")
                + line("f", "College", "admin." + word + "-known-taken");

        Response dry = Api.operator().postCsv("/imports?dryRun=true", bytes(file));
        Response answer = Api.operator().postCsv("/imports", bytes(file));

        assertThat(dry.asString()).isEqualTo(answer.asString()).doesNotContain("@people");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field"))
                .containsExactly("line 2: email", "line 3: username", "line 4: email", "line 6: email");
        assertNothing();
    }

    @Test
    void a_dry_run_that_cannot_ask_for_people_says_so() {
        Keycloak.goesAway();

        Response answer =
                Api.operator().postCsv("/imports?dryRun=true", bytes(HEADER + line("a", "College", "a." + word)));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).endsWith("keycloak-away");
    }

    @ParameterizedTest
    @CsvSource({
        "'alias;name;hub;kind;timeZone;domains', commas",
        "'alias,name,hub,kind,timeZone', is missing",
        "'alias,name,hub,kind,timeZone,domains,colour', no column",
        "'alias,alias,name,hub,kind,timeZone,domains', twice",
        "'alias,name,hub,kind,timeZone,domains,username', is missing",
        "'', no column",
    })
    void a_header_that_is_none_is_refused_saying_why(String header, String reason) {
        Response answer = Api.operator().postCsv("/imports?dryRun=true", bytes(header + "\nx,y,z,a,b,c\n"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.message", String.class).toString())
                .contains(reason);
        assertThat(answer.jsonPath().getList("violations.field", String.class))
                .allSatisfy(field -> assertThat(field).startsWith(header.isEmpty() ? "line 2" : "line 1"));
    }

    @Test
    void another_encoding_is_named() {
        byte[] latin = (HEADER + line("a", "Universit\u00e4t", "a." + word)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_16LE);

        assertThat(Api.operator().postCsv("/imports", latin).jsonPath().getString("violations[0].message"))
                .contains("not UTF-8");
        assertThat(Api.operator().postCsv("/imports", latin).jsonPath().getList("violations.field"))
                .containsExactly("line 2");
        assertThat(Api.operator().postCsv("/imports", utf16).jsonPath().getString("violations[0].message"))
                .contains("UTF-16");
        assertNothing();
    }

    @Test
    void more_than_a_file_takes_is_refused() {
        StringBuilder file = new StringBuilder("alias,name,hub,kind,timeZone,domains\n");
        for (int i = 0; i <= ImportFile.LINES_AT_MOST; i++) {
            file.append(word).append('-').append(i).append(",College,midwest,institution,UTC,\n");
        }

        Response answer = Api.operator().postCsv("/imports", bytes(file.toString()));

        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("line 1002");
        assertNothing();
    }

    @Test
    void an_import_goes_on_when_keycloak_is_back_and_an_impossible_administrator_is_named_by_line() {
        Api.institution(word + "-other");
        String file = HEADER
                + line("a", "College A", "a." + word)
                + line("b", "College B", "b." + word)
                        .replace("b." + word + "@people", "admin." + word + "-other@people");
        Keycloak.goesAway();
        Response answer = Api.operator().postCsv("/imports", bytes(file));
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
        String file = HEADER + line("a", "College", "a." + word);

        assertThat(administrator.postCsv("/imports", bytes(file)).jsonPath().getList("violations.field"))
                .containsExactly("line 2: hub");
        Response answer = administrator.postCsv("/imports", bytes(file.replace("midwest", hub)));

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

    private String line(String letter, String name, String username) {
        String alias = word + "-" + letter;
        return String.join(
                        ",",
                        alias,
                        name,
                        "midwest",
                        "institution",
                        "America/Chicago",
                        alias + ".example " + alias + "2.example",
                        username,
                        username + "@people.example",
                        "Given",
                        "Family")
                + "\n";
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

    private void assertNothing() {
        assertThat(Database.texts(
                        "select alias from institution where alias like ? and alias not like '%-taken'", word + "%"))
                .isEmpty();
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
