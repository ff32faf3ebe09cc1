package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;

@QuarkusTest
class ExportTest {

    private final String alias = Api.fresh("lakeside");

    @Test
    void an_export_holds_all_that_the_registry_knows_and_no_secret() {
        String id = Api.institution(alias).getString("id");
        String secret = Api.made(Api.operator()
                        .post(
                                "/institutions/" + alias + "/portals",
                                Map.of("name", "Campus", "roles", List.of("portal"))))
                .getString("clientSecret");

        Response answer = Api.institutionAdministrator(id).get("/institutions/" + alias + "/export");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + alias + ".json\"");
        assertThat(answer.jsonPath().getString("institution.id")).isEqualTo(id);
        assertThat(answer.jsonPath().getList("members.username")).containsExactly("admin." + alias);
        assertThat(answer.jsonPath().getList("portals.name")).containsExactly("Campus");
        assertThat(answer.jsonPath().getList("deeds.action")).contains("institution.requested");
        assertThat(answer.asString()).doesNotContain(secret).doesNotContain(Api.PASSWORD);
        assertThat(Api.operator()
                        .get("/institutions/" + alias + "/export")
                        .jsonPath()
                        .getList("deeds.action"))
                .as("who took it is on record")
                .contains("institution.exported");
    }

    @Test
    void nobody_else_takes_it() {
        Api.institution(alias);
        String other = Api.institution(Api.fresh("other")).getString("id");
        Api stranger = Api.administratorOf(Api.hub(Api.fresh("strangers")));

        assertThat(stranger.get("/institutions/" + alias + "/export").statusCode())
                .isEqualTo(404);
        assertThat(Api.institutionAdministrator(other)
                        .get("/institutions/" + alias + "/export")
                        .statusCode())
                .isEqualTo(404);
    }
}
