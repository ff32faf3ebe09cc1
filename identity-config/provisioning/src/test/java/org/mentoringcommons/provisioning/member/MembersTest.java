package org.mentoringcommons.provisioning.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class MembersTest {

    private final String alias = Api.fresh("lakeside");
    private final String username = Api.fresh("kofi");
    private String members;
    private Api administrator;

    @BeforeEach
    void anInstitution() {
        members = "/institutions/" + alias + "/members";
        administrator = Api.institutionAdministrator(Api.institution(alias).getString("id"));
    }

    @Test
    void a_member_holds_exactly_the_roles_given() {
        Response answer = administrator.post(members, Api.person(username, "facilitator", "evaluator"));

        assertThat(Api.made(answer).getList("roles")).containsExactly("evaluator", "facilitator");
        assertThat(answer.jsonPath().getString("subject"))
                .isEqualTo(Keycloak.tokenOf(username, Api.PASSWORD, alias).getString("sub"));
        assertThat(rolesAt(alias)).containsExactlyInAnyOrder("evaluator", "facilitator");
    }

    @Test
    void a_person_in_two_institutions_holds_in_each_the_roles_given_there() {
        String other = Api.fresh("hilltop");
        Api.institution(other);
        String subject = Api.made(administrator.post(members, Api.person(username, "facilitator")))
                .getString("subject");

        Response joined = Api.operator()
                .post(
                        "/institutions/" + other + "/members",
                        Api.with(Api.person(username, "participant"), "password", "another-password-9"));

        assertThat(Api.made(joined).getString("subject")).isEqualTo(subject);
        assertThat(rolesAt(alias)).containsExactly("facilitator");
        assertThat(rolesAt(other)).containsExactly("participant");
    }

    @Test
    void changed_roles_replace_the_old_ones() {
        Api.made(administrator.post(members, Api.person(username, "facilitator", "evaluator")));

        Response answer = administrator.put(
                members + "/" + username + "/roles", Map.of("roles", List.of("participant", "evaluator")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rolesAt(alias)).containsExactlyInAnyOrder("evaluator", "participant");
    }

    @Test
    void who_leaves_speaks_for_the_institution_no_more_and_may_come_back() {
        Api.made(administrator.post(members, Api.person(username, "facilitator")));

        Response answer = administrator.delete(members + "/" + username);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, alias).getMap("")).doesNotContainKey("organization");
        assertThat(administrator.get(members).jsonPath().getList("username")).containsExactly("admin." + alias);
        Api.made(Api.operator().post(members, Api.person(username, "evaluator")));
        assertThat(rolesAt(alias)).containsExactly("evaluator");
    }

    @Test
    void whoever_is_a_member_cannot_be_made_one() {
        Api.made(administrator.post(members, Api.person(username, "facilitator")));

        Response answer = administrator.post(members, Api.person(username, "evaluator"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("username");
        assertThat(rolesAt(alias)).containsExactly("facilitator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "roster-reader", "platform-operator", "hub-admin", "Facilitator", ""})
    void a_role_that_is_not_of_an_institution_s_people_is_refused_naming_the_field(String role) {
        Response answer = administrator.post(members, Api.person(username, "facilitator", role));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
        assertThat(administrator.get(members).jsonPath().getList("username")).doesNotContain(username);
    }

    @Test
    void an_address_in_the_institution_s_own_domain_changes_nothing() {
        Map<String, Object> person =
                Api.with(Api.person(username, "facilitator"), "email", username + "@" + alias + ".example");

        Api.made(administrator.post(members, person));

        assertThat(rolesAt(alias)).containsExactly("facilitator");
    }

    @Test
    void an_address_of_another_account_is_a_conflict_and_leaves_nothing() {
        Response answer = administrator.post(
                members, Api.with(Api.person(username, "facilitator"), "email", "admin." + alias + "@people.example"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("email");
        assertThat(administrator.get(members).jsonPath().getList("username")).doesNotContain(username);
        assertThat(Database.texts("select username from newcomer where username = ?", username))
                .isEmpty();
    }

    @Test
    void a_user_name_of_somebody_with_another_address_is_a_conflict_and_leaves_nothing() {
        String other = Api.fresh("hilltop");
        Api.institution(other);
        Api.made(administrator.post(members, Api.person(username, "facilitator")));

        Response answer = Api.operator()
                .post(
                        "/institutions/" + other + "/members",
                        Api.with(
                                Api.person(username, "institution-admin"),
                                "email",
                                "not." + username + "@people.example"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("username");
        assertThat(Database.texts("select username from membership where institution = ?", other))
                .containsExactly("admin." + other);
        assertThat(Database.texts("select username from newcomer where username = ?", username))
                .isEmpty();
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, other).getMap("")).doesNotContainKey("organization");
        assertThat(rolesAt(alias)).containsExactly("facilitator");
    }

    @Test
    void an_address_in_other_letters_is_the_same_person_s() {
        String other = Api.fresh("hilltop");
        Api.institution(other);
        Api.made(administrator.post(members, Api.person(username, "facilitator")));

        Response answer = Api.operator()
                .post(
                        "/institutions/" + other + "/members",
                        Api.with(
                                Api.person(username, "participant"),
                                "email",
                                username.toUpperCase() + "@People.Example"));

        Api.made(answer);
        assertThat(rolesAt(other)).containsExactly("participant");
    }

    @Test
    void no_roles_at_all_are_refused_naming_the_field() {
        assertThat(administrator.post(members, Api.person(username)).jsonPath().getList("violations.field"))
                .containsExactly("roles");
        assertThat(administrator
                        .put(members + "/admin." + alias + "/roles", Map.of("roles", List.of()))
                        .jsonPath()
                        .getList("violations.field"))
                .containsExactly("roles");
    }

    @Test
    void somebody_without_a_password_is_a_member_but_cannot_sign_in_by_one() {
        Response answer = administrator.post(members, Api.with(Api.person(username, "facilitator"), "password", null));

        Api.made(answer);
        assertThat(Keycloak.passwordGrant(username, Api.PASSWORD, alias)
                        .jsonPath()
                        .getString("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_member_who_is_none_is_not_found() {
        assertThat(administrator.delete(members + "/" + username).statusCode()).isEqualTo(404);
        assertThat(administrator
                        .put(members + "/" + username + "/roles", Map.of("roles", List.of("evaluator")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_institution_s_administrator_takes_in_nobody_whose_account_somebody_else_has_made() {
        String other = Api.fresh("hilltop");
        Api otherAdministrator =
                Api.institutionAdministrator(Api.institution(other).getString("id"));
        Api.made(administrator.post(members, Api.person(username, "facilitator")));

        Response answer =
                otherAdministrator.post("/institutions/" + other + "/members", Api.person(username, "evaluator"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo("username");
        assertThat(answer.jsonPath().getString("violations[0].message")).contains("invite");
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, other).getMap("")).doesNotContainKey("organization");
    }

    @Test
    void the_last_administrator_stays_unless_the_hub_s_says_otherwise() {
        String last = members + "/admin." + alias;

        Response demoted = administrator.put(last + "/roles", Map.of("roles", List.of("facilitator")));
        Response removed = administrator.delete(last);

        for (Response answer : List.of(demoted, removed)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.jsonPath().getString("type")).endsWith("last-administrator");
            assertThat(answer.jsonPath().getString("violations[0].message")).contains("admin." + alias);
        }
        assertThat(Api.operator().delete(last).statusCode()).isEqualTo(204);
    }

    @Test
    void an_administrator_who_is_not_the_last_may_go() {
        Api.made(administrator.post(members, Api.person(username, "institution-admin")));

        assertThat(administrator.delete(members + "/admin." + alias).statusCode())
                .isEqualTo(204);
        assertThat(administrator.delete(members + "/" + username).statusCode()).isEqualTo(409);
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        Api.made(administrator.post(members, Api.person(username, "institution-admin")));
        var removals = List.of("admin." + alias, username).stream()
                .map(gone -> java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> administrator.delete(members + "/" + gone).statusCode()))
                .toList();

        List<Integer> answers = new java.util.ArrayList<>();
        for (var removal : removals) {
            answers.add(removal.get(60, java.util.concurrent.TimeUnit.SECONDS));
        }

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void a_change_to_what_somebody_else_has_changed_since_is_refused() {
        Api.made(administrator.post(members, Api.person(username, "facilitator")));
        String seen = administrator.get(members + "/" + username).header("ETag");
        administrator.put(members + "/" + username + "/roles", Map.of("roles", List.of("evaluator")));

        Response late = administrator
                .ifMatch(seen)
                .put(members + "/" + username + "/roles", Map.of("roles", List.of("participant")));

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(rolesAt(alias)).containsExactly("evaluator");
        assertThat(administrator.ifMatch(seen).delete(members + "/" + username).statusCode())
                .isEqualTo(412);
        String now = administrator.get(members + "/" + username).header("ETag");
        assertThat(administrator.ifMatch(now).delete(members + "/" + username).statusCode())
                .isEqualTo(204);
    }

    @Test
    void what_is_done_to_members_is_on_record_without_their_names() {
        String subject = Api.made(administrator.post(members, Api.person(username, "facilitator")))
                .getString("subject");
        administrator.put(members + "/" + username + "/roles", Map.of("roles", List.of("evaluator")));
        administrator.delete(members + "/" + username);

        assertThat(Database.texts(
                        "select action || ' ' || coalesce(detail, '') from deed where institution = ? and key = ? order by id",
                        alias,
                        subject))
                .satisfiesExactly(
                        joined -> assertThat(joined).startsWith("member.joined as "),
                        changed -> assertThat(changed).isEqualTo("member.roles-changed roles: evaluator"),
                        removed -> assertThat(removed).isEqualTo("member.removed roles: evaluator"));
        assertThat(Database.texts("select deed::text from deed where institution = ?", alias))
                .isNotEmpty()
                .noneMatch(deed -> deed.contains(username))
                .allMatch(deed -> deed.contains("midwest"));
    }

    private List<String> rolesAt(String institution) {
        return Keycloak.tokenOf(username, Api.PASSWORD, institution)
                .getList("organization.'" + institution + "'.realm_access.roles");
    }
}
