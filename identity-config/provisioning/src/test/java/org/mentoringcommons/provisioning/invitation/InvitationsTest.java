package org.mentoringcommons.provisioning.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.Mails;
import org.mentoringcommons.provisioning.reconciliation.Again;

@QuarkusTest
class InvitationsTest {

    private static final Map<String, String> YES =
            Map.of("firstName", "Kofi", "lastName", "Mensah", "password", Api.PASSWORD, "again", Api.PASSWORD);

    @Inject
    Again again;

    private final String alias = Api.fresh("lakeside");
    private final String email = Api.fresh("kofi") + "@people.example";
    private final String invitations = "/institutions/" + alias + "/invitations";
    private Api administrator;

    @BeforeEach
    void anInstitution() {
        administrator = Api.institutionAdministrator(Api.institution(alias).getString("id"));
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void whoever_is_invited_belongs_to_nothing_before_they_have_said_yes() {
        Response answer = administrator.post(invitations, invitation("facilitator"));

        assertThat(Api.made(answer).getString("state")).isEqualTo("sent");
        assertThat(Mails.to(email))
                .singleElement()
                .asString()
                .contains("University of " + alias)
                .contains("facilitator");
        assertThat(administrator
                        .get("/institutions/" + alias + "/members")
                        .jsonPath()
                        .getList("username"))
                .containsExactly("admin." + alias);
        assertThat(Keycloak.admin("/users?exact=true&email=" + email).getList(""))
                .isEmpty();
    }

    @Test
    void a_newcomer_who_says_yes_has_an_account_and_just_the_roles_of_the_invitation() {
        Api.made(administrator.post(invitations, invitation("facilitator", "evaluator")));
        String link = Mails.lastLink(email);
        assertThat(page(link)).contains("University of " + alias, "First name", "Choose a password");

        Response joined = given().formParams(YES).post(link);

        assertThat(joined.statusCode()).as(joined.asString()).isEqualTo(200);
        assertThat(rolesOf(email)).containsExactlyInAnyOrder("facilitator", "evaluator");
        JsonPath member = administrator
                .get("/institutions/" + alias + "/members/" + email)
                .jsonPath();
        assertThat(member.getString("state")).isEqualTo("active");
        assertThat(Keycloak.admin("/users?exact=true&email=" + email).getBoolean("[0].emailVerified"))
                .isTrue();
        assertThat(administrator.get(invitations).jsonPath().getList("state")).containsExactly("accepted");
        assertThat(Database.texts("select invitation::text from invitation where institution = ?", alias))
                .singleElement()
                .asString()
                .doesNotContain(email);
    }

    @Test
    void a_link_works_once() {
        Api.made(administrator.post(invitations, invitation("facilitator")));
        String link = Mails.lastLink(email);
        given().formParams(YES).post(link).then().statusCode(200);

        assertThat(given().accept("text/html").get(link).statusCode()).isEqualTo(404);
        assertThat(given().accept("text/html").formParams(YES).post(link).statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebody_with_a_confirmed_account_only_says_yes_and_keeps_what_they_hold_elsewhere() {
        String other = Api.fresh("hilltop");
        Api.institution(other);
        Api.made(Api.operator().post("/institutions/" + other + "/invitations", invitation("participant")));
        given().formParams(YES).post(Mails.lastLink(email)).then().statusCode(200);
        Api.made(administrator.post(invitations, invitation("evaluator")));
        String link = Mails.lastLink(email);
        assertThat(page(link)).doesNotContain("password");

        Response joined =
                given().contentType("application/x-www-form-urlencoded").post(link);

        assertThat(joined.statusCode()).as(joined.asString()).isEqualTo(200);
        assertThat(rolesOf(email)).containsExactly("evaluator");
        assertThat(Keycloak.tokenOf(email, Api.PASSWORD, other)
                        .getList("organization.'" + other + "'.realm_access.roles"))
                .containsExactly("participant");
    }

    @Test
    void an_account_somebody_else_made_under_the_address_is_handed_over_before_it_is_let_in() {
        String squatter = Api.fresh("squatter");
        String known = "the-squatter-s-password-1";
        String other = Api.fresh("hilltop");
        Api.institution(other);
        Api.made(Api.operator()
                .post(
                        "/institutions/" + other + "/members",
                        Api.with(Api.with(Api.person(squatter, "participant"), "email", email), "password", known)));
        Api.made(administrator.post(invitations, invitation("institution-admin")));
        String link = Mails.lastLink(email);
        assertThat(page(link)).contains("nobody has confirmed");

        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .post(link)
                        .statusCode())
                .as("without a new password")
                .isEqualTo(400);
        given().formParams(YES).post(link).then().statusCode(200);

        assertThat(Keycloak.passwordGrant(squatter, known, alias).jsonPath().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(Keycloak.tokenOf(squatter, Api.PASSWORD, alias)
                        .getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("institution-admin");
    }

    @Test
    void what_is_wrong_in_the_form_is_shown_beside_its_field_and_the_link_stays_good() {
        Api.made(administrator.post(invitations, invitation("facilitator")));
        String link = Mails.lastLink(email);

        Response answer = given().formParams(
                        Map.of("firstName", "", "lastName", "A<b>", "password", "short", "again", ""))
                .post(link);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("firstName-error", "lastName-error", "password-error", "again-error")
                .doesNotContain("A<b>")
                .doesNotContain("\"short\"");
        given().formParams(YES).post(link).then().statusCode(200);
    }

    @Test
    void a_link_stays_good_while_keycloak_is_away_and_after_a_crash_at_any_step() {
        Api.made(administrator.post(invitations, invitation("facilitator")));
        String link = Mails.lastLink(email);
        for (int answers = -1; answers < 5; answers++) {
            Keycloak.goesAwayAfter(answers);
            assertThat(given().formParams(YES).post(link).statusCode())
                    .as("away after " + answers)
                    .isEqualTo(503);
            Keycloak.isBack();
        }

        given().formParams(YES).post(link).then().statusCode(200);

        assertThat(rolesOf(email)).containsExactly("facilitator");
    }

    @Test
    void a_link_from_before_links_proved_themselves_still_leads_where_it_led() {
        String id = Api.made(administrator.post(invitations, invitation("facilitator")))
                .getString("id");
        String old = "x".repeat(43);
        Database.update("update invitation set token_digest = sha256('" + old + "') where id = ?::uuid", id);

        given().formParams(YES).post("/i/" + old).then().statusCode(200);
    }

    @Test
    void a_withdrawn_invitation_leads_nowhere() {
        String id = Api.made(administrator.post(invitations, invitation("facilitator")))
                .getString("id");
        String link = Mails.lastLink(email);

        assertThat(administrator.delete(invitations + "/" + id).statusCode()).isEqualTo(204);

        assertThat(given().accept("text/html").get(link).statusCode()).isEqualTo(404);
        assertThat(administrator.get(invitations + "/" + id).jsonPath().getString("email"))
                .isNull();
    }

    @Test
    void an_invitation_whose_time_is_over_is_forgotten() {
        String id = Api.made(administrator.post(invitations, invitation("facilitator")))
                .getString("id");
        String link = Mails.lastLink(email);
        Database.update("update invitation set expires_at = now() where id = ?::uuid", id);

        assertThat(given().accept("text/html").get(link).statusCode()).isEqualTo(404);
        again.settle();

        assertThat(administrator.get(invitations + "/" + id).jsonPath().getString("state"))
                .isEqualTo("expired");
    }

    @Test
    void a_reminder_brings_another_link_but_not_at_once() {
        String id = Api.made(administrator.post(invitations, invitation("facilitator")))
                .getString("id");
        String first = Mails.lastLink(email);
        assertThat(administrator
                        .post(invitations + "/" + id + "/reminders", Map.of())
                        .jsonPath()
                        .getString("type"))
                .endsWith("reminded-lately");
        Database.update("update invitation set sent_at = now() - interval '11 minutes' where id = ?::uuid", id);

        Api.made(administrator.post(invitations + "/" + id + "/reminders", Map.of()));

        assertThat(Mails.to(email)).hasSize(2);
        assertThat(given().accept("text/html").get(first).statusCode()).isEqualTo(404);
        given().formParams(YES).post(Mails.lastLink(email)).then().statusCode(200);
    }

    @Test
    void nobody_is_asked_twice_at_once() {
        Api.made(administrator.post(invitations, invitation("facilitator")));

        Response second =
                administrator.post(invitations, Api.with(invitation("evaluator"), "email", email.toUpperCase()));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.jsonPath().getList("violations.field")).containsExactly("email");
        assertThat(Mails.to(email)).hasSize(1);
    }

    @Test
    void an_invitation_of_a_suspended_institution_leads_nowhere_until_it_is_reactivated() {
        Api.made(administrator.post(invitations, invitation("facilitator")));
        String link = Mails.lastLink(email);
        Database.update("update institution set state = 'SUSPENDED' where alias = ?", alias);
        assertThat(given().accept("text/html").formParams(YES).post(link).statusCode())
                .isEqualTo(404);
        Database.update("update institution set state = 'ACTIVE' where alias = ?", alias);

        given().formParams(YES).post(link).then().statusCode(200);
    }

    @Test
    void a_bad_address_or_role_is_refused_naming_the_field() {
        Response answer = administrator.post(
                invitations, Map.of("email", "nobody", "firstName", "<b>", "roles", List.of("portal")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field"))
                .anySatisfy(field -> assertThat(field.toString()).startsWith("roles"))
                .contains("email", "firstName");
    }

    @Test
    void the_page_tells_nobody_where_its_reader_came_from_and_is_kept_nowhere() {
        Api.made(administrator.post(invitations, invitation("facilitator")));

        Response page = given().get(Mails.lastLink(email));

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    }

    private Map<String, Object> invitation(String... roles) {
        return Map.of("email", email, "firstName", "Kofi", "roles", List.of(roles));
    }

    private static String page(String link) {
        Response page = given().get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.asString();
    }

    private List<String> rolesOf(String username) {
        return Keycloak.tokenOf(username, Api.PASSWORD, alias)
                .getList("organization.'" + alias + "'.realm_access.roles");
    }
}
