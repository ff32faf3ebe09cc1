package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class BadInputTest {

    private final String alias = Api.fresh("badland");

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @ParameterizedTest
    @CsvSource({
        "alias, Lakeside",
        "alias, 'lake side'",
        "alias, -lakeside",
        "alias, ''",
        "alias, ",
        "name, ' '",
        "kind, university",
        "timeZone, Chicago",
        "timeZone, +05:00",
        "hub, ",
        "colour, green",
    })
    void a_bad_value_is_refused_naming_its_field(String field, String value) {
        Response answer =
                Api.operator().post("/institutions", Api.with(Api.newInstitution(alias, "midwest"), field, value));

        assertRefused(answer, 400, field);
    }

    @ParameterizedTest
    @CsvSource({
        "email, nobody",
        "email, nobody@localhost",
        "username, Dana",
        "username, service-account-survey-service",
        "username, ",
        "password, short",
        "password, ",
        "firstName, ''",
        "lastName, ",
        "lastName, 'Reyes (Dr.)'",
        "lastName, 'back\\slash'",
    })
    void a_bad_administrator_is_refused_naming_the_field(String field, String value) {
        Map<String, Object> person = Api.with(Api.person("admin." + alias), field, value);

        Response answer = Api.operator()
                .post("/institutions", Api.with(Api.newInstitution(alias, "midwest"), "administrator", person));

        assertRefused(answer, 400, "administrator." + field);
    }

    @Test
    void a_password_like_the_user_name_is_refused_before_keycloak_would() {
        Map<String, Object> person =
                Api.with(Api.person("admin." + alias), "password", ("admin." + alias).toUpperCase());

        Response answer = Api.operator()
                .post("/institutions", Api.with(Api.newInstitution(alias, "midwest"), "administrator", person));

        assertRefused(answer, 400, "administrator.password");
    }

    @Test
    void a_bad_domain_is_refused_naming_the_field() {
        Response answer = Api.operator()
                .post(
                        "/institutions",
                        Api.with(
                                Api.newInstitution(alias, "midwest"), "domains", List.of("fine.example", "no domain")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("domains");
    }

    @Test
    void a_second_institution_with_an_alias_is_a_conflict_and_changes_nothing() {
        Api.institution(alias);

        Response answer =
                Api.operator().post("/institutions", Api.with(Api.newInstitution(alias, "midwest"), "name", "Another"));

        assertRefused(answer, 409, "alias");
        assertThat(Api.operator().get("/institutions/" + alias).jsonPath().getString("name"))
                .isEqualTo("University of " + alias);
    }

    @Test
    void of_two_requests_for_an_alias_at_once_one_wins() {
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> Api.operator()
                        .post("/institutions", Api.newInstitution(alias, "midwest"))
                        .statusCode()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(Keycloak.organizations(alias)).hasSize(1);
    }

    @Test
    void a_domain_belongs_to_one_institution() {
        Api.institution(alias);
        String second = Api.fresh("second");

        Response answer = Api.operator()
                .post(
                        "/institutions",
                        Api.with(Api.newInstitution(second, "midwest"), "domains", List.of(alias + ".example")));

        assertRefused(answer, 409, "domains");
        assertNothingOf(second);
    }

    @Test
    void an_administrator_with_another_account_s_address_is_a_conflict_and_leaves_nothing() {
        String second = Api.fresh("second");
        Api.institution(alias);
        Map<String, Object> person =
                Api.with(Api.person("admin." + second), "email", "admin." + alias + "@people.example");

        Response answer = Api.operator()
                .post("/institutions", Api.with(Api.newInstitution(second, "midwest"), "administrator", person));

        assertRefused(answer, 409, "administrator.email");
        assertNothingOf(second);
    }

    @Test
    void an_unknown_hub_is_not_found() {
        Response answer = Api.operator().post("/institutions", Api.newInstitution(alias, "nowhere"));

        assertRefused(answer, 404, "hub");
        assertNothingOf(alias);
    }

    private static void assertRefused(Response answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).startsWith("urn:mentoring-commons:problem:");
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly(field);
    }

    private static void assertNothingOf(String institution) {
        assertThat(Database.texts("select alias from institution where alias = ?", institution))
                .isEmpty();
        assertThat(Database.texts("select username from membership where institution = ?", institution))
                .isEmpty();
        assertThat(Database.texts("select username from newcomer where username = ?", "admin." + institution))
                .isEmpty();
        assertThat(Keycloak.organizations(institution)).isEmpty();
    }
}
