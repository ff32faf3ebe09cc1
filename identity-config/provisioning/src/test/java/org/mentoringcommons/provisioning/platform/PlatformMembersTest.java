package org.mentoringcommons.provisioning.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class PlatformMembersTest {

    @Inject
    Again again;

    private final String username = Api.fresh("ines");

    @Test
    void an_analyst_s_token_says_so() {
        Response answer = Api.operator().post("/platform-members", Api.person(username, "analyst"));

        assertThat(Api.made(answer).getList("roles")).containsExactly("analyst");
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, null).getList("realm_access.roles"))
                .contains("analyst")
                .doesNotContain("platform-operator", "hub-admin");
    }

    @Test
    void a_hub_s_administrator_has_the_role_in_the_token_and_the_hub_only_in_the_registry() {
        String hub = Api.hub(Api.fresh("hub"));

        Response answer = Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username));

        assertThat(Api.made(answer).getString("hub")).isEqualTo(hub);
        var token = Keycloak.tokenOf(username, Api.PASSWORD, null);
        assertThat(token.getString("sub")).isEqualTo(answer.jsonPath().getString("subject"));
        assertThat(token.getList("realm_access.roles")).contains("hub-admin");
        assertThat(token.getMap("")).doesNotContainKey("hub");
    }

    @Test
    void hub_administrators_are_appointed_at_their_hub_only() {
        Response answer = Api.operator().post("/platform-members", Api.person(username, "hub-admin"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
    }

    @Test
    void an_address_of_another_account_is_a_conflict() {
        Api.made(Api.operator().post("/platform-members", Api.person(username, "analyst")));
        String second = Api.fresh("second");

        Response answer = Api.operator()
                .post(
                        "/platform-members",
                        Api.with(Api.person(second, "analyst"), "email", username + "@people.example"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("email");
    }

    @Test
    void an_appointment_that_means_somebody_else_takes_nothing_from_whoever_has_the_user_name() {
        String hub = Api.hub(Api.fresh("hub"));
        String subject = Api.made(Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username)))
                .getString("subject");

        Response answer = Api.operator()
                .post(
                        "/platform-members",
                        Api.with(
                                Api.person(username, "platform-operator"),
                                "email",
                                "not." + username + "@people.example"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("username");
        assertThat(Api.hubAdministrator(subject).get("/hubs").jsonPath().getList("key"))
                .containsExactly(hub);
        Response again = Api.operator().post("/platform-members", Api.person(username, "analyst"));
        assertThat(Api.made(again).getList("roles")).containsExactly("analyst", "hub-admin");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void changed_roles_replace_the_old_ones_and_leave_the_hub() {
        String hub = Api.hub(Api.fresh("hub"));
        Api.made(Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username)));
        Api.made(Api.operator().post("/platform-members", Api.person(username, "analyst")));

        Response answer = Api.operator()
                .put("/platform-members/" + username + "/roles", Map.of("roles", List.of("platform-operator")));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("hub")).isEqualTo(hub);
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, null).getList("realm_access.roles"))
                .contains("platform-operator", "hub-admin")
                .doesNotContain("analyst");
    }

    @Test
    void whoever_is_dismissed_holds_no_platform_role_from_the_next_token_on() {
        Api.made(Api.operator().post("/platform-members", Api.person(username, "analyst", "platform-operator")));

        Response answer = Api.operator().delete("/platform-members/" + username);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, null).getList("realm_access.roles"))
                .doesNotContain("platform-operator", "analyst");
        assertThat(Api.operator().get("/platform-members/" + username).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_hub_s_administrator_dismissed_while_keycloak_is_away_administers_nothing_from_that_moment() {
        String hub = Api.hub(Api.fresh("hub"));
        String subject = Api.made(Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username)))
                .getString("subject");
        assertThat(Api.hubAdministrator(subject).get("/hubs/" + hub).statusCode())
                .isEqualTo(200);
        Keycloak.goesAway();

        Response answer = Api.operator().delete("/hubs/" + hub + "/administrators/" + username);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Api.hubAdministrator(subject).get("/hubs/" + hub).statusCode())
                .isEqualTo(404);
        Keycloak.isBack();
        again.settle();
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, null).getList("realm_access.roles"))
                .doesNotContain("hub-admin");
        assertThat(Database.texts("select username from platform_member where username = ?", username))
                .isEmpty();
    }

    @Test
    void a_role_given_by_a_crashed_appointment_is_taken_by_the_dismissal() {
        Api.made(Api.operator().post("/platform-members", Api.person(Api.fresh("other"), "analyst")));
        Keycloak.goesAwayAfter(1); // the account, then the role: given, but not heard of
        Response appointed = Api.operator().post("/platform-members", Api.person(username, "analyst"));
        assertThat(appointed.statusCode()).isEqualTo(202);

        Response dismissed = Api.operator().delete("/platform-members/" + username);

        assertThat(dismissed.statusCode()).isEqualTo(202);
        Keycloak.isBack();
        again.settle();
        List<String> ids =
                Keycloak.admin("/users?exact=true&username=" + username).getList("id");
        for (String id : ids) {
            assertThat(Keycloak.admin("/users/" + id + "/role-mappings/realm").getList("name"))
                    .doesNotContain("analyst");
        }
    }

    @Test
    void nobody_takes_platform_roles_from_themselves() {
        String subject = Api.made(Api.operator().post("/platform-members", Api.person(username, "platform-operator")))
                .getString("subject");
        Api self =
                Api.as(Token.of(subject).onThePlatform(Roles.PLATFORM_OPERATOR).sign());

        for (Response answer : List.of(
                self.delete("/platform-members/" + username),
                self.put("/platform-members/" + username + "/roles", Map.of("roles", List.of("analyst"))))) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.jsonPath().getString("type")).endsWith("own-role");
        }
    }

    @Test
    void an_administrator_of_another_hub_is_not_found_at_this_one() {
        String hub = Api.hub(Api.fresh("hub"));
        String other = Api.hub(Api.fresh("hub"));
        Api.made(Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username)));

        assertThat(Api.operator()
                        .delete("/hubs/" + other + "/administrators/" + username)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.operator()
                        .get("/hubs/" + hub + "/administrators")
                        .jsonPath()
                        .getList("username"))
                .containsExactly(username);
    }

    @Test
    void a_change_to_what_somebody_else_has_changed_since_is_refused() {
        Api.made(Api.operator().post("/platform-members", Api.person(username, "analyst")));
        String seen = Api.operator().get("/platform-members/" + username).header("ETag");
        Api.operator().put("/platform-members/" + username + "/roles", Map.of("roles", List.of("platform-operator")));

        assertThat(Api.operator()
                        .ifMatch(seen)
                        .delete("/platform-members/" + username)
                        .statusCode())
                .isEqualTo(412);
    }
}
