package org.mentoringcommons.curriculum.adaptation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.cartridge.CartridgeRules;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/**
 * Revision 2 drops the communication module, which the shared version requires, and in place of its expectations, which are not
 * required, has a module of its own that is, of 200 minutes. A portal does all of it.
 */
@QuarkusTest
class AdaptedPlanTest {

    private final Api portal = new Api(Token.member(Token.LAKESIDE, Roles.PORTAL));
    private final Api admin = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private String base;
    private String at;

    @BeforeEach
    void aPortalForksAndRewrites() {
        base = Packages.published();
        Map<String, Object> fork =
                Map.of("key", "lakeside-" + UUID.randomUUID(), "title", "Ours", "curriculum", base, "version", "1.0.0");
        at = "/curriculum/v1/adaptations/"
                + portal.post("/curriculum/v1/adaptations", fork)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        byte[] zip = portal.call()
                .get(at + "/revisions/1/package")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Map<String, String> files = new LinkedHashMap<>(ZipFiles.read(zip, new Faults()));
        files.remove("modules/communication/case.md");
        files.remove("modules/communication/plan.md");
        files.put("modules/own/sheet.md", files.remove("modules/expectations/sheet.md"));
        files.computeIfPresent("curriculum.json", (name, text) -> {
            int modules = text.indexOf("\"modules\"");
            int worksheets = text.indexOf("\"worksheets\"");
            return text.substring(0, modules)
                    + """
                    "modules": [{"key": "own", "title": "Our own", "minutes": 200, "required": true, "parts": ["sheet.md"]}],
                    """
                    + text.substring(worksheets);
        });
        given().auth()
                .oauth2(portal.token())
                .contentType("application/zip")
                .body(ZipFiles.write(files))
                .put(at + "/package?basedOn=1")
                .then()
                .statusCode(200);
    }

    @Test
    void a_workshop_is_warned_of_what_it_is_held_with() {
        admin.post(at + "/revisions/2/publish", "").then().statusCode(200);
        String workshop = WORKSHOPS + "/" + portal.planned(plan(240, "expectations"));
        portal.call().get(workshop).then().body("warnings.module", contains("communication"));
        portal.put(workshop, plan(240)).then().statusCode(200);
        Response used = portal.put(
                workshop + "/adaptation", Map.of("adaptation", at.substring(at.lastIndexOf('/') + 1), "revision", 2));
        used.then().statusCode(200);

        portal.put(workshop, plan(240, "own")).then().statusCode(200).body("warnings", empty());
        portal.put(workshop, plan(190, "own"))
                .then()
                .body("warnings.kind", contains("below_four_hours", "beyond_the_time"))
                .body("warnings[1].message", containsString("200 minutes"));
        portal.put(workshop, plan(190)).then().body("warnings.kind", contains("below_four_hours"));

        portal.call().delete(workshop + "/adaptation").then().statusCode(204);
        portal.put(workshop, plan(240, "expectations")).then().body("warnings.module", contains("communication"));
    }

    @Test
    void an_agenda_is_proposed_of_the_institutions_own_modules() {
        agenda("?audience=mentee&budget=half_day")
                .then()
                .statusCode(200)
                .body("sessions[0].modules.key", contains("own"))
                .body("sessions[0].spare", equalTo(40))
                .body("warnings", empty());
        agenda("?audience=mentor&minutes=190")
                .then()
                .body("warnings.kind", contains("below_four_hours", "audience_mismatch", "required_module_missing"));
        portal.call()
                .get(at + "/revisions/1/agenda?audience=mentee&budget=half_day")
                .then()
                .body("sessions[0].modules.key", contains("communication", "expectations"));
    }

    @Test
    void what_no_agenda_can_be_proposed_for_is_refused_by_field_and_what_is_not_there_is_not_found() {
        agenda("?budget=day").then().statusCode(400).body("violations.field", contains("audience"));
        agenda("?audience=mentee").then().statusCode(400).body("violations.field", contains("minutes"));
        agenda("?audience=mentee&minutes=0").then().statusCode(400);
        for (String what : List.of("/agenda?audience=mentee&budget=day", "/cartridge")) {
            portal.call()
                    .get(at + "/revisions/3" + what)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:mentoring-commons:problem:adaptation-revision-not-found"));
            Api.facilitatorOf(Token.HILLTOP)
                    .call()
                    .get(at + "/revisions/2" + what)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void a_learning_platform_gets_the_revision_as_participants_read_it() throws Exception {
        Response cartridge = portal.call().get(at + "/revisions/2/cartridge");

        assertThat(cartridge.statusCode()).isEqualTo(200);
        assertThat(cartridge.header("Content-Disposition")).contains("-r2.imscc");
        Map<String, String> files = ZipFiles.read(cartridge.asByteArray(), new Faults());
        assertThat(CartridgeRules.faults(files)).isEmpty();
        assertThat(files).containsKey("web/module-own.html").doesNotContainKey("web/module-communication.html");
        portal.call()
                .header("If-None-Match", cartridge.header("ETag"))
                .get(at + "/revisions/2/cartridge")
                .then()
                .statusCode(304);
        new Api(Token.member(Token.LAKESIDE, Roles.PARTICIPANT))
                .call()
                .get(at + "/revisions/2/cartridge")
                .then()
                .statusCode(403);
    }

    private Response agenda(String query) {
        return portal.call().get(at + "/revisions/2/agenda" + query);
    }

    private Map<String, Object> plan(int minutes, String... modules) {
        Map<String, Object> plan = new LinkedHashMap<>(Api.workshop(
                base, Map.of("startsAt", "2031-03-02T12:00:00Z", "minutes", minutes, "modules", List.of(modules))));
        plan.put("version", "1.0.0");
        return plan;
    }
}
