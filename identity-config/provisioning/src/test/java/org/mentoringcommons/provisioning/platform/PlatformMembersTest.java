package org.mentoringcommons.provisioning.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class PlatformMembersTest {

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
}
