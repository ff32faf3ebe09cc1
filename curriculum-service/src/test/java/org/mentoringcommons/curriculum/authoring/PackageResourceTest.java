package org.mentoringcommons.curriculum.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class PackageResourceTest {

    private final Api operator = Api.operator();
    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
    private final String key = "package-" + UUID.randomUUID();
    private final Map<String, String> files = Packages.files(key, "1.0.0");

    @Test
    void a_package_goes_in_and_comes_out_the_same_byte_by_byte() {
        byte[] zip = ZipFiles.write(files);

        Packages.send(zip, "")
                .then()
                .statusCode(201)
                .header("Location", containsString(CURRICULA + "/" + key + "/versions/1.0.0"))
                .body("outcome", equalTo("created"))
                .body("parts", equalTo(3))
                .body("minutes", equalTo(75));

        assertThat(exported(operator)).isEqualTo(zip);
        operator.call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0")
                .then()
                .body("status", equalTo("draft"))
                .body("changes", equalTo("First edition."))
                .body("modules[1].audiences", contains("mentee"));
    }

    @Test
    void a_dry_run_tells_all_and_leaves_nothing() {
        Packages.send(ZipFiles.write(files), "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("outcome", equalTo("created"));

        operator.call().get(CURRICULA + "/" + key).then().statusCode(404);
    }

    @Test
    void faults_are_all_told_and_nothing_is_imported() {
        files.put("modules/communication/case.md", Packages.CASE + "\n<b>x</b>\n");
        files.remove("modules/communication/plan.md");
        files.put("../outside.md", "x");

        Packages.send(files)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:package-malformed"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "../outside.md",
                                "modules/communication/case.md line 15",
                                "modules/communication/plan.md"));
        operator.call().get(CURRICULA + "/" + key).then().statusCode(404);
    }

    @Test
    void a_draft_is_replaced_and_the_same_package_again_changes_nothing() {
        Packages.send(files).then().statusCode(201);
        Packages.send(files).then().statusCode(200).body("outcome", equalTo("unchanged"));
        files.put("modules/communication/case.md", Packages.CASE.replace("Nadia", "Nadira"));

        Packages.send(files).then().statusCode(200).body("outcome", equalTo("replaced"));

        assertThat(exported(operator)).isEqualTo(ZipFiles.write(files));
    }

    @Test
    void a_published_version_takes_the_same_package_and_no_other() {
        Packages.published(files, key, "1.0.0");
        Packages.send(files).then().statusCode(200).body("outcome", equalTo("unchanged"));
        files.put("modules/communication/case.md", Packages.CASE.replace("Nadia", "Nadira"));

        Packages.send(files)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:curriculum-version-published"));

        assertThat(exported(facilitator)).isEqualTo(ZipFiles.write(Packages.files(key, "1.0.0")));
    }

    @Test
    void drafts_and_packages_are_not_for_everybody() {
        Packages.send(files).then().statusCode(201);

        facilitator
                .call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0/package")
                .then()
                .statusCode(404);
        new Api(Token.member(Token.LAKESIDE, Roles.PARTICIPANT))
                .call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0/package")
                .then()
                .statusCode(403);
    }

    @Test
    void an_upload_beyond_the_limit_is_refused_before_it_is_sent() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST " + Packages.PACKAGES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + operator.token() + "\r\nContent-Type: application/zip\r\nContent-Length: 209715200\r\n\r\n";
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            String status = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();

            assertThat(status).contains(" 413 ");
        }
    }

    @Test
    void two_versions_are_compared_as_data_and_as_a_text() {
        Packages.published(files, key, "1.0.0");
        Map<String, String> next = Packages.files(key, "1.1.0");
        next.put("modules/communication/case.md", Packages.CASE.replace("Nadia", "Nadira"));
        Packages.published(next, key, "1.1.0");
        String path = CURRICULA + "/" + key + "/versions/1.1.0/differences?from=1.0.0";

        facilitator
                .call()
                .get(path)
                .then()
                .statusCode(200)
                .body("modules.key", contains("communication"))
                .body("modules[0].parts[0].lines.op", hasItems("removed", "added"));
        Response text = facilitator.call().accept("text/markdown").get(path);
        assertThat(text.contentType()).startsWith("text/markdown");
        assertThat(text.asString()).contains("- Nadia", "+ Nadira");
        facilitator.call().get(path.replace("from=1.0.0", "from=9.9.9")).then().statusCode(404);
    }

    @Test
    void a_learning_platform_gets_a_cartridge_of_a_published_version() {
        Packages.published(files, key, "1.0.0");

        Response cartridge = facilitator.call().get(CURRICULA + "/" + key + "/versions/1.0.0/cartridge");

        assertThat(cartridge.statusCode()).isEqualTo(200);
        assertThat(cartridge.header("Content-Disposition")).contains(key + "-1.0.0.imscc");
        assertThat(ZipFiles.read(cartridge.asByteArray(), new Faults()))
                .containsKeys("imsmanifest.xml", "web/module-communication.html", "web/worksheet-before-we-meet.html");
        facilitator
                .call()
                .header("If-None-Match", cartridge.header("ETag"))
                .get(CURRICULA + "/" + key + "/versions/1.0.0/cartridge")
                .then()
                .statusCode(304);
    }

    @Test
    void the_starter_curricula_are_published_by_one_call_and_once() {
        String starter = "/curriculum/v1/starter";
        operator.put(starter, Map.of()).then().statusCode(200).body("curriculum.size()", equalTo(3));

        operator.put(starter, Map.of())
                .then()
                .statusCode(200)
                .body("outcome", contains("unchanged", "unchanged", "unchanged"));

        List<String> keys = operator.put(starter, Map.of()).path("curriculum");
        keys.forEach(one -> facilitator
                .call()
                .get(CURRICULA + "/" + one + "/versions/1.0.0")
                .then()
                .body("status", equalTo("published")));
    }

    private byte[] exported(Api who) {
        return who.call()
                .get(CURRICULA + "/" + key + "/versions/1.0.0/package")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
