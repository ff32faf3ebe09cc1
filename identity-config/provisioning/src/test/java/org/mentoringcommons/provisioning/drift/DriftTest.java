package org.mentoringcommons.provisioning.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;

@QuarkusTest
class DriftTest {

    @Inject
    Again again;

    private final String hub = Api.fresh("hub");
    private final String alias = Api.fresh("lakeside");
    private Api administrator;
    private String id;

    @BeforeEach
    void anInstitutionWithAMemberAndAPortal() {
        Api.hub(hub);
        administrator = Api.administratorOf(hub);
        id = Api.made(administrator.post("/institutions", Api.newInstitution(alias, hub)))
                .getString("id");
        Api.made(administrator.post("/institutions/" + alias + "/members", Api.person("kofi." + alias, "facilitator")));
        Api.made(administrator.post(
                "/institutions/" + alias + "/portals", Map.of("name", "Campus", "roles", List.of("portal"))));
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void where_nothing_differs_nothing_is_told() {
        Response answer = administrator.get("/drift");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("[]");
    }

    @Test
    void of_an_institution_whose_people_were_let_go_nobody_is_missed() {
        administrator.put(
                "/institutions/" + alias + "/closing",
                Map.of(
                        "retainedUntil",
                        LocalDate.now(ZoneId.of("America/Chicago")).toString(),
                        "reason",
                        "It leaves"));
        Database.update("update institution set retained_until = retained_until - 2 where alias = ?", alias);
        again.settle();

        Response answer = administrator.get("/drift");

        assertThat(answer.asString()).isEqualTo("[]");
        assertThat(Keycloak.admin("/organizations/" + id + "/members").getList("username"))
                .isEmpty();
    }

    @Test
    void what_somebody_did_past_the_registry_is_told_and_left_alone() {
        Keycloak.change("/organizations/" + id, organization -> {
            organization.put("name", "Otherwise " + alias).put("enabled", false);
            organization.withArray("domains").removeAll();
            organization.withArray("domains").addObject().put("name", "foreign." + alias + ".example");
        });
        String kofi = Keycloak.admin("/users?exact=true&username=kofi." + alias).getString("[0].id");
        Keycloak.delete("/organizations/" + id + "/members/" + kofi);
        String somebody =
                Keycloak.admin("/users?exact=true&username=admin." + another()).getString("[0].id");
        Keycloak.post("/organizations/" + id + "/members", '"' + somebody + '"');

        List<Map<String, String>> differences =
                administrator.get("/drift").jsonPath().getList("");

        assertThat(differences).allSatisfy(one -> assertThat(one).containsEntry("institution", alias));
        assertThat(differences.stream().map(one -> one.get("what")))
                .containsExactly("name", "enabled", "domain", "domain", "member", "member");
        assertThat(differences.stream()
                        .filter(one -> ("kofi." + alias).equals(one.get("which")))
                        .findFirst()
                        .orElseThrow())
                .containsEntry("registry", "facilitator")
                .containsEntry("keycloak", null);
        assertThat(Keycloak.admin("/organizations/" + id).getString("name")).isEqualTo("Otherwise " + alias);
        assertThat(Keycloak.admin("/organizations/" + id + "/members").getList("id"))
                .contains(somebody);
    }

    @Test
    void other_roles_are_told() {
        String kofi = Keycloak.admin("/users?exact=true&username=kofi." + alias).getString("[0].id");
        String group = Keycloak.admin("/organizations/" + id + "/groups")
                .getString("find { it.name == 'institution-admin' }.id");
        Keycloak.put("/organizations/" + id + "/groups/" + group + "/members/" + kofi);

        Response answer = administrator.get("/drift");

        assertThat(answer.jsonPath().getList("what")).containsExactly("roles");
        assertThat(answer.jsonPath().getString("[0].registry")).isEqualTo("facilitator");
        assertThat(answer.jsonPath().getString("[0].keycloak")).isEqualTo("facilitator institution-admin");
    }

    @Test
    void what_keycloak_has_not_heard_of_yet_is_told() {
        Keycloak.goesAway();
        administrator.put("/institutions/" + alias + "/suspension", Map.of("reason", "Under review"));
        assertThat(administrator.get("/drift").statusCode()).isEqualTo(503);
        Keycloak.isBack();

        assertThat(administrator.get("/drift").jsonPath().getList("what")).containsExactly("unsettled", "enabled");
    }

    @Test
    void an_organization_that_is_no_institution_s_is_told_to_operators() {
        String unknown = Api.fresh("unknown");
        Keycloak.post("/organizations", "{\"name\":\"" + unknown + "\",\"alias\":\"" + unknown + "\"}");

        Response answer = Api.operator().get("/drift/organizations");

        assertThat(answer.jsonPath().getList("alias")).contains(unknown).doesNotContain(alias);
        assertThat(administrator.get("/drift/organizations").statusCode()).isEqualTo(403);
        assertThat(Keycloak.organizations(unknown)).hasSize(1);
    }

    @Test
    void nobody_sees_another_hub_s() {
        Keycloak.change("/organizations/" + id, organization -> organization.put("name", "Otherwise " + alias));

        assertThat(Api.administratorOf(Api.hub(Api.fresh("strangers")))
                        .get("/drift")
                        .asString())
                .isEqualTo("[]");
    }

    private String another() {
        String another = Api.fresh("another");
        Api.institution(another);
        return another;
    }
}
