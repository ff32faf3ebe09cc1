package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;

@QuarkusTest
class ReachTest {

    private final String ours = Api.fresh("ours");
    private final String theirs = Api.fresh("theirs");
    private Api administrator;

    @BeforeEach
    void anAdministratorOfOneOfTwoHubs() {
        Api.hub(ours);
        Api.hub(theirs);
        administrator = Api.administratorOf(ours);
    }

    @Test
    void another_hub_s_administrator_can_do_nothing_to_an_institution() {
        String alias = Api.fresh("lakeside");
        Api.institution(alias);
        String path = "/institutions/" + alias;
        Api stranger = Api.administratorOf(Api.hub(Api.fresh("strangers")));

        assertThat(stranger.put(path, Api.changed(alias)).statusCode()).isEqualTo(404);
        assertThat(stranger.put(path + "/suspension", Map.of("reason", "Any")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.delete(path + "/suspension").statusCode()).isEqualTo(404);
        assertThat(stranger.put(path + "/closing", Map.of("retainedUntil", "2099-12-31", "reason", "Any"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.operator().get(path).jsonPath().getInt("revision")).isEqualTo(1);
    }

    @Test
    void a_hub_s_administrator_provisions_in_the_own_hub_only() {
        String alias = Api.fresh("lakeside");

        assertThat(administrator
                        .post("/institutions", Api.newInstitution(alias, theirs))
                        .statusCode())
                .isEqualTo(404);
        assertThat(administrator
                        .post("/institutions", Api.newInstitution(alias, ours))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_institution_of_another_hub_is_not_found_by_any_operation() {
        String foreign = Api.fresh("foreign");
        Api.made(Api.operator().post("/institutions", Api.newInstitution(foreign, theirs)));
        String path = "/institutions/" + foreign;
        Map<String, Object> member = Api.person(Api.fresh("spy"), "facilitator");

        assertThat(administrator.get(path).statusCode()).isEqualTo(404);
        assertThat(administrator.get(path + "/members").statusCode()).isEqualTo(404);
        assertThat(administrator.get(path + "/portals").statusCode()).isEqualTo(404);
        assertThat(administrator.post(path + "/members", member).statusCode()).isEqualTo(404);
        assertThat(administrator
                        .post(path + "/portals", Map.of("name", "x", "roles", List.of("portal")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(administrator
                        .put(path + "/members/admin." + foreign + "/roles", Map.of("roles", List.of("evaluator")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(administrator.delete(path + "/members/admin." + foreign).statusCode())
                .isEqualTo(404);
        assertThat(administrator.get("/institutions?limit=500").jsonPath().getList("alias"))
                .doesNotContain(foreign);
    }

    @Test
    void a_hub_s_administrator_sees_the_own_hub_only() {
        assertThat(administrator.get("/hubs").jsonPath().getList("key")).containsExactly(ours);
        assertThat(administrator.get("/hubs/" + ours).statusCode()).isEqualTo(200);
        assertThat(administrator.get("/hubs/" + theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void the_role_alone_reaches_no_hub() {
        Api impostor = Api.hubAdministrator("somebody-the-registry-does-not-know");

        assertThat(impostor.get("/hubs").jsonPath().getList("key")).isEmpty();
        assertThat(impostor.get("/institutions").jsonPath().getList("alias")).isEmpty();
        assertThat(impostor.post("/institutions", Api.newInstitution(Api.fresh("x"), ours))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_institution_s_administrator_reaches_the_own_institution_only() {
        String own = Api.fresh("own");
        String other = Api.fresh("other");
        Api.hub("midwest");
        String id = Api.institution(own).getString("id");
        Api.institution(other);
        Api admin = Api.institutionAdministrator(id);

        assertThat(admin.get("/institutions").jsonPath().getList("alias")).containsExactly(own);
        assertThat(admin.get("/institutions/" + own).statusCode()).isEqualTo(200);
        assertThat(admin.get("/institutions/" + own + "/members").statusCode()).isEqualTo(200);
        assertThat(admin.get("/institutions/" + other).statusCode()).isEqualTo(404);
        assertThat(admin.get("/institutions/" + other + "/members").statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/institutions", Api.newInstitution(Api.fresh("x"), "midwest"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_person_administers_one_hub() {
        String username = Api.fresh("hub-admin");
        Api.made(Api.operator().post("/hubs/" + ours + "/administrators", Api.person(username)));

        assertThat(Api.operator()
                        .post("/hubs/" + theirs + "/administrators", Api.person(username))
                        .statusCode())
                .isEqualTo(409);
    }
}
