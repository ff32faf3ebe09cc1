package org.mentoringcommons.curriculum.adaptation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.curriculum.authoring.ZipFiles;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class AdaptationTest {

    private static final String CASE = "modules/communication/case.md";

    private final Api admin = new Api(Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN));
    private String base;
    private String key;
    private String at;

    @BeforeEach
    void aForkOfAPublishedVersion() {
        base = Packages.published();
        key = "lakeside-" + UUID.randomUUID();
        at = "/curriculum/v1/adaptations/"
                + fork().then().statusCode(201).extract().path("id");
    }

    @Test
    void a_fork_is_the_shared_version_under_its_own_name_and_nothing_differs_but_that() {
        admin.call()
                .get(at)
                .then()
                .body("key", equalTo(key))
                .body("revisions.revision", contains(1))
                .body("revisions[0].curriculum", equalTo(base))
                .body("revisions[0].version", equalTo("1.0.0"));
        admin.call()
                .get(at + "/differences")
                .then()
                .body("modules", hasSize(0))
                .body("worksheets", hasSize(0))
                .body("fields.name", contains("title"));
        Map<String, String> exported = exported(1);
        assertThat(exported.get(CASE)).isEqualTo(Packages.CASE);
        assertThat(exported.get("curriculum.json")).contains("\"adaptedFrom\"", key);
        fork().then().statusCode(409).body("violations.field", contains("key"));
    }

    @Test
    void what_is_exported_can_be_taken_in_again_and_is_the_same() {
        byte[] zip = zip(1);

        rewrite(1, zip).then().statusCode(200).body("revisions", hasSize(1));

        Map<String, String> files = exported(1);
        files.put(CASE, files.get(CASE).replace("marmot", "otter") + "\n\n"); // even an empty line at the end
        rewrite(1, ZipFiles.write(files)).then().statusCode(200).body("revisions.revision", contains(1, 2));
        assertThat(exported(2)).isEqualTo(files);
        admin.call().get(at + "/differences").then().body("modules.key", contains("communication"));
    }

    @Test
    void what_is_dropped_added_and_put_into_another_order_is_told_against_the_base() {
        Map<String, String> files = exported(1);
        files.remove("modules/communication/plan.md");
        files.put("modules/communication/own.md", "---\nkind: passage\ntitle: Ours\n---\n\nAt Lakeside.\n");
        files.computeIfPresent("curriculum.json", (name, text) -> text.replace("\"plan.md\"", "\"own.md\""));

        rewrite(1, ZipFiles.write(files)).then().statusCode(200);

        admin.call()
                .get(at + "/differences")
                .then()
                .body("modules[0].parts.key", contains("own", "plan"))
                .body("modules[0].parts.change", contains("added", "removed"));
    }

    @Test
    void faults_of_a_package_are_all_told_and_another_adaptations_is_refused() {
        Map<String, String> files = exported(1);
        files.computeIfPresent(CASE, (name, text) -> text + "\n<script>alert(1)</script>\n");
        files.put("modules/communication/none.md", "nothing");
        rewrite(1, ZipFiles.write(files))
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("holds HTML; write Markdown"))
                .body("violations.field", hasItem("modules/communication/none.md"));
        rewrite(1, "no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
        rewrite(1, ZipFiles.write(Packages.files(base, "1.0.0")))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:package-of-another"));
        rewrite(7, zip(1)).then().statusCode(409).body("violations.field", contains("basedOn"));

        admin.call().get(at).then().body("revisions", hasSize(1));
    }

    @Test
    void what_is_new_upstream_is_merged_part_by_part_and_conflicts_are_decided() {
        ours("marmot", "otter");
        upstream("1.1.0", "marmot", "heron");
        admin.call()
                .get(at + "/upstream?version=1.1.0")
                .then()
                .body("unit", contains("modules/communication", CASE))
                .body("conflict", contains(false, true))
                .body("[1].theirs", containsString("heron"));
        merge(2, List.of(), List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:merge-undecided"))
                .body("violations.field", contains(CASE));
        merge(2, List.of("modules/none"), List.of(CASE))
                .then()
                .statusCode(400)
                .body("violations.field", contains("modules/none"));

        merge(2, List.of(), List.of(CASE))
                .then()
                .statusCode(200)
                .body("revisions.version", contains("1.0.0", "1.0.0", "1.1.0"));

        Map<String, String> merged = exported(3);
        assertThat(merged.get(CASE)).contains("otter").doesNotContain("heron");
        assertThat(merged.get("curriculum.json")).contains("\"minutes\" : 50").contains("1.1.0");
        admin.call().get(at + "/upstream?version=1.1.0").then().body("", hasSize(0));
        merge(2, List.of(), List.of(CASE)).then().statusCode(409);
        admin.call().get(at + "/upstream?version=9.9.9").then().statusCode(400);
    }

    @Test
    void theirs_is_taken_where_it_is_wanted() {
        ours("marmot", "otter");
        upstream("1.1.0", "marmot", "heron");

        merge(2, List.of(CASE), List.of("modules/communication")).then().statusCode(200);

        assertThat(exported(3).get(CASE)).contains("heron").doesNotContain("otter");
        assertThat(exported(3).get("curriculum.json")).contains("\"minutes\" : 45");
    }

    @Test
    void what_is_retired_is_neither_forked_nor_merged() {
        upstream("1.1.0", "marmot", "heron");
        for (String version : List.of("1.0.0", "1.1.0")) {
            Api.operator()
                    .post(Api.CURRICULA + "/" + base + "/versions/" + version + "/retire", "")
                    .then()
                    .statusCode(200);
        }

        merge(1, List.of(), List.of()).then().statusCode(400).body("violations.field", contains("version"));
        key = "another-" + key;
        fork().then().statusCode(400).body("violations.field", contains("version"));
        ours("marmot", "otter"); // what is there already goes on
    }

    @Test
    void participants_read_what_is_published_and_no_other_institution_anything() {
        Api participant = new Api(Token.member(Token.LAKESIDE, Roles.PARTICIPANT));
        String guide = at + "/revisions/1/guide";
        participant.call().get(guide).then().statusCode(404);

        admin.post(at + "/revisions/1/publish", "").then().statusCode(200);

        participant
                .call()
                .get(guide)
                .then()
                .statusCode(200)
                .body(containsString("Nadia"), not(containsString("quokka")));
        participant.call().get(guide + "?edition=facilitators").then().statusCode(403);
        String tag = admin.call()
                .get(guide)
                .then()
                .body(containsString("quokka"))
                .extract()
                .header("ETag");
        admin.call().header("If-None-Match", tag).get(guide).then().statusCode(304);
        admin.post(at + "/revisions/1/publish", "").then().statusCode(409);
        admin.post(at + "/revisions/2/publish", "").then().statusCode(404);
        Api elsewhere = new Api(Token.member(Token.HILLTOP, Roles.INSTITUTION_ADMIN));
        for (String what :
                List.of("", "/differences", "/upstream?version=1.0.0", "/revisions/1/package", "/revisions/1/guide")) {
            elsewhere.call().get(at + what).then().statusCode(404);
        }
        String id = at.substring(at.lastIndexOf('/') + 1);
        assertThat(Person.counts(
                        Token.HILLTOP.id(),
                        "",
                        "select count(*) from adaptation_revision where adaptation = '" + id + "'"))
                .isZero();
        Api.operator().call().get(at).then().statusCode(403);
    }

    @Test
    void a_workshop_records_the_revision_it_is_held_with_and_covers_its_modules() {
        Map<String, String> files = exported(1);
        files.computeIfPresent(
                "curriculum.json",
                (name, text) -> text.replace("\"key\" : \"expectations\"", "\"key\" : \"lakeside-own\""));
        files.put("modules/lakeside-own/sheet.md", files.remove("modules/expectations/sheet.md"));
        rewrite(1, ZipFiles.write(files)).then().statusCode(200);
        Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
        Map<String, Object> planned =
                new LinkedHashMap<>(Api.workshop(base, Api.session(Instant.parse("2026-03-02T12:00:00Z"), 240)));
        planned.put("version", "1.0.0");
        String workshop = WORKSHOPS + "/" + facilitator.planned(planned);
        Map<String, Object> used = Map.of("adaptation", at.substring(at.lastIndexOf('/') + 1), "revision", 2);
        facilitator.put(workshop + "/adaptation", used).then().statusCode(409);
        admin.post(at + "/revisions/2/publish", "").then().statusCode(200);
        facilitator.call().get(workshop + "/adaptation").then().statusCode(404);
        Map<String, Object> coverage = Map.of("known", true, "modules", List.of("communication", "lakeside-own"));
        facilitator.put(workshop + "/coverage", coverage).then().statusCode(400);

        facilitator.put(workshop + "/adaptation", used).then().statusCode(200);

        facilitator.put(workshop + "/coverage", coverage).then().statusCode(200);

        facilitator.call().get(workshop + "/adaptation").then().body("revision", equalTo(2));
        String other = WORKSHOPS + "/" + facilitator.plannedInThePast();
        facilitator
                .put(other + "/adaptation", used)
                .then()
                .statusCode(400)
                .body("violations.field", contains("revision"));
    }

    private Response fork() {
        return admin.post(
                "/curriculum/v1/adaptations",
                Map.of("key", key, "title", "Mentoring at Lakeside", "curriculum", base, "version", "1.0.0"));
    }

    private byte[] zip(int revision) {
        return admin.call()
                .get(at + "/revisions/" + revision + "/package")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Map<String, String> exported(int revision) {
        return new LinkedHashMap<>(ZipFiles.read(zip(revision), new Faults()));
    }

    private Response rewrite(int basedOn, byte[] zip) {
        return given().auth()
                .oauth2(admin.token())
                .contentType("application/zip")
                .body(zip)
                .put(at + "/package?basedOn=" + basedOn);
    }

    private void ours(String from, String to) {
        Map<String, String> files = exported(1);
        files.computeIfPresent(CASE, (name, text) -> text.replace(from, to));
        rewrite(1, ZipFiles.write(files)).then().statusCode(200);
    }

    /** Another case and five more minutes. */
    private void upstream(String version, String from, String to) {
        Map<String, String> files = Packages.files(base, version);
        files.computeIfPresent(CASE, (name, text) -> text.replace(from, to));
        files.computeIfPresent("curriculum.json", (name, text) -> text.replace("\"minutes\": 45", "\"minutes\": 50"));
        Packages.published(files, base, version);
    }

    private Response merge(int basedOn, List<String> take, List<String> keep) {
        return admin.post(at + "/upstream", Map.of("basedOn", basedOn, "version", "1.1.0", "take", take, "keep", keep));
    }
}
