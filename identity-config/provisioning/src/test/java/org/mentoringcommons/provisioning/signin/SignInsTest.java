package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** Campus logins by OpenID Connect, and what holds of all; people sign in by one in deploy/acceptance. */
@QuarkusTest
class SignInsTest extends CampusLogins {

    @Test
    void people_with_the_domain_s_addresses_are_sent_to_the_campus_and_the_secret_is_kept_by_keycloak_alone() {
        Response answer = administrator.put(signIn, byOpenIdConnect());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("redirectUri")).endsWith("/broker/campus-" + alias + "/endpoint");
        assertOneCorrectCampus();
        assertThat(answer.asString() + administrator.get(signIn).asString()).doesNotContain(SECRET);
        assertThat(Database.texts("select sealed_secret from sign_in where institution = ?", alias))
                .containsExactly((String) null);
    }

    @Test
    void newcomers_get_nothing_where_the_institution_says_so() {
        administrator.put(signIn, byOpenIdConnect());

        Response answer =
                administrator.put(signIn, without(Api.with(byOpenIdConnect(), "newcomers", "none"), "clientSecret"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(mappers()).containsExactly("username");
    }

    @Test
    void while_keycloak_is_away_the_secret_waits_sealed() {
        Keycloak.goesAway();

        Response answer = administrator.put(signIn, byOpenIdConnect());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Database.texts("select sealed_secret from sign_in where institution = ?", alias))
                .singleElement()
                .asString()
                .isNotBlank()
                .doesNotContain(SECRET);
        Keycloak.isBack();
        again.settle();
        assertOneCorrectCampus();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void a_crash_after_any_step_leaves_one_correct_campus_login(int answers) {
        Keycloak.goesAwayAfter(answers);
        assertThat(administrator.put(signIn, byOpenIdConnect()).statusCode()).isEqualTo(202);
        Keycloak.isBack();

        again.settle();

        assertOneCorrectCampus();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_campus_login_removed_in_a_crash_is_gone_after_all(int answers) {
        administrator.put(signIn, byOpenIdConnect());
        Keycloak.goesAwayAfter(answers);
        assertThat(administrator.delete(signIn).statusCode()).isEqualTo(202);
        Keycloak.isBack();

        again.settle();

        assertThat(administrator.get(signIn).statusCode()).isEqualTo(404);
        assertThat(Keycloak.admin("/identity-provider/instances?search=campus-" + alias)
                        .getList("alias"))
                .isEmpty();
    }

    @Test
    void a_domain_that_is_not_the_institution_s_is_refused_naming_the_field() {
        assertRefused(Api.with(byOpenIdConnect(), "domain", "hilltop.example"), "domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.lakeside.example/realms/campus",
                "https://10.0.0.1/realms/campus",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/realms/campus",
                "https://[fd00::1]/",
                "file:///etc/passwd",
                "not an address",
                "http://127.0.0.1:1/nobody"
            })
    void an_issuer_that_is_no_public_one_over_tls_is_refused_naming_the_field(String issuer) {
        assertRefused(Api.with(byOpenIdConnect(), "issuer", issuer), "issuer");
    }

    @Test
    void an_issuer_that_calls_itself_differently_is_refused() {
        String other = (Keycloak.url() + "/realms/master").replace("localhost", "127.0.0.1");

        assertRefused(Api.with(byOpenIdConnect(), "issuer", other), "issuer");
    }

    @Test
    void a_domain_whose_people_are_sent_to_a_campus_stays_the_institution_s_until_the_campus_login_is_removed() {
        administrator.put(signIn, byOpenIdConnect());
        Map<String, Object> without = Api.with(Api.changed(alias), "domains", List.of("other-" + alias + ".example"));

        Response refused = Api.operator().put("/institutions/" + alias, without);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("violations[0].message")).contains(alias + ".example", "campus login");
        administrator.delete(signIn);
        assertThat(Api.operator().put("/institutions/" + alias, without).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_secret_goes_to_nobody_but_the_one_it_was_given_for() {
        administrator.put(signIn, byOpenIdConnect());

        assertRefused(without(Api.with(byOpenIdConnect(), "clientId", "another"), "clientSecret"), "clientSecret");
    }

    @Test
    void a_role_that_a_campus_cannot_give_is_refused_naming_the_field() {
        assertRefused(Api.with(byOpenIdConnect(), "newcomers", "institution-admin"), "newcomers");
    }

    @Test
    void another_institution_s_administrator_neither_sees_nor_changes_it() {
        administrator.put(signIn, byOpenIdConnect());
        Api stranger = Api.institutionAdministrator(
                Api.institution(Api.fresh("hilltop")).getString("id"));

        assertThat(stranger.get(signIn).statusCode()).isEqualTo(404);
        assertThat(stranger.put(signIn, Api.with(byOpenIdConnect(), "newcomers", "none"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.delete(signIn).statusCode()).isEqualTo(404);
        assertOneCorrectCampus();
    }

    @Test
    void a_change_to_what_somebody_else_has_changed_since_is_refused() {
        String seen = administrator.put(signIn, byOpenIdConnect()).header("ETag");
        administrator.put(signIn, without(Api.with(byOpenIdConnect(), "newcomers", "none"), "clientSecret"));

        assertThat(administrator
                        .ifMatch(seen)
                        .put(signIn, without(byOpenIdConnect(), "clientSecret"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(administrator.ifMatch(seen).delete(signIn).statusCode()).isEqualTo(412);
    }

    private void assertOneCorrectCampus() {
        JsonPath provider = provider();
        assertThat(provider.getString("organizationId")).isEqualTo(id);
        assertThat(provider.getString("config.'kc.org.domain'")).isEqualTo(alias + ".example");
        assertThat(provider.getString("config.clientSecret")).isEqualTo("**********");
        assertThat(Keycloak.admin("/organizations/" + id + "/identity-providers")
                        .getList("alias"))
                .containsExactly("campus-" + alias);
        assertThat(mappers()).containsExactlyInAnyOrder("username", "newcomers");
        assertThat(administrator.get(signIn).jsonPath().getString("state")).isEqualTo("active");
    }

    private static Map<String, Object> without(Map<String, Object> body, String field) {
        Map<String, Object> less = new HashMap<>(body);
        less.remove(field);
        return less;
    }
}
