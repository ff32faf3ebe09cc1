package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class LifeCycleTest {

    private static final Map<String, String> WHY = Map.of("reason", "The agreement is under review");

    private final String alias = Api.fresh("lakeside");
    private final String path = "/institutions/" + alias;
    private String id;

    @BeforeEach
    void anInstitution() {
        id = Api.institution(alias).getString("id");
    }

    @Test
    void a_change_holds_in_the_registry_in_keycloak_and_for_the_other_services() {
        Map<String, Object> wanted = Map.of(
                "name",
                "Renamed " + alias,
                "kind",
                "consortium_center",
                "timeZone",
                "Europe/Berlin",
                "domains",
                List.of(alias + ".example", "new." + alias + ".example"));

        Response answer = Api.operator().put(path, wanted);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("")).containsAllEntriesOf(wanted).containsEntry("settled", true);
        assertThat(answer.jsonPath().getString("id")).isEqualTo(id);
        JsonPath organization = Keycloak.admin("/organizations/" + id);
        assertThat(organization.getString("name")).isEqualTo("Renamed " + alias);
        assertThat(organization.getString("alias")).isEqualTo(alias);
        assertThat(organization.getList("domains.name"))
                .containsExactlyInAnyOrder(alias + ".example", "new." + alias + ".example");
        assertThat(lastTold().getMap(""))
                .containsEntry("name", "Renamed " + alias)
                .containsEntry("kind", "consortium_center")
                .containsEntry("timeZone", "Europe/Berlin")
                .containsEntry("state", "active");
        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void a_domain_is_taken_away_and_one_that_somebody_else_gave_stays() {
        Keycloak.change("/organizations/" + id, organization -> organization
                .withArray("domains")
                .addObject()
                .put("name", "foreign." + alias + ".example")
                .put("verified", true));

        Response answer = Api.operator().put(path, Api.with(Api.changed(alias), "domains", List.of()));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(Keycloak.admin("/organizations/" + id).getList("domains.name"))
                .containsExactly("foreign." + alias + ".example");
        assertThat(Keycloak.admin("/organizations/" + id).getList("domains.verified"))
                .containsExactly(true);
    }

    @Test
    void the_attributes_somebody_else_gave_an_organization_stay() {
        Keycloak.change(
                "/organizations/" + id,
                organization ->
                        organization.putObject("attributes").putArray("campus").add("north"));

        Api.operator().put(path, Api.with(Api.changed(alias), "name", "Renamed " + alias));

        assertThat(Keycloak.admin("/organizations/" + id).getList("attributes.campus"))
                .containsExactly("north");
    }

    @Test
    void an_institution_may_take_on_the_name_of_another() {
        String other = Api.fresh("other");
        Api.institution(other);

        Response answer = Api.operator().put(path, Api.with(Api.changed(alias), "name", "University of " + other));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("name")).isEqualTo("University of " + other);
        assertThat(Keycloak.admin("/organizations/" + id).getString("name"))
                .isEqualTo("University of " + other + " (" + alias + ")");
    }

    @Test
    void a_domain_of_another_institution_is_refused() {
        String other = Api.fresh("other");
        Api.institution(other);

        Response answer =
                Api.operator().put(path, Api.with(Api.changed(alias), "domains", List.of(other + ".example")));

        assertRefused(answer, 409, "domain-taken", "domains");
    }

    @ParameterizedTest
    @CsvSource({"name, ' '", "kind, university", "timeZone, +05:00", "timeZone, ", "alias, other"})
    void a_bad_change_is_refused_naming_its_field(String field, String value) {
        Response answer = Api.operator().put(path, Api.with(Api.changed(alias), field, value));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly(field);
    }

    @Test
    void a_change_to_what_has_changed_since_it_was_read_is_refused() {
        String seen = Api.operator().get(path).header("ETag");
        Api.operator().put(path, Api.with(Api.changed(alias), "name", "First " + alias));

        Response answer =
                Api.operator().putIfMatch(path, seen, Api.with(Api.changed(alias), "name", "Second " + alias));

        assertRefused(answer, 412, "changed-since-read", "If-Match");
        Response read = Api.operator().get(path);
        assertThat(read.jsonPath().getString("name")).isEqualTo("First " + alias);
        assertThat(Api.operator()
                        .putIfMatch(path, read.header("ETag"), Api.with(Api.changed(alias), "name", "Second " + alias))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_suspended_institution_is_told_and_its_new_tokens_speak_for_nobody() {
        JsonPath portal =
                Api.made(Api.operator().post(path + "/portals", Map.of("name", "Campus", "roles", List.of("portal"))));

        Response answer = Api.operator().put(path + "/suspension", WHY);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("suspended");
        assertThat(answer.jsonPath().getString("reason")).isEqualTo(WHY.get("reason"));
        assertThat(lastTold().getString("state")).isEqualTo("suspended");
        assertThat(versions()).containsExactly("1", "2");
        assertThat(Keycloak.admin("/organizations/" + id).getBoolean("enabled")).isFalse();
        assertSpeaksForNobody(Keycloak.passwordGrant("admin." + alias, Api.PASSWORD, alias));
        assertSpeaksForNobody(
                Keycloak.clientGrant(portal.getString("clientId"), portal.getString("clientSecret"), alias));
    }

    @Test
    void a_reactivated_institution_works_as_before() {
        Api.operator().put(path + "/suspension", WHY);

        Response answer = Api.operator().delete(path + "/suspension");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("active");
        assertThat(answer.jsonPath().getString("reason")).isNull();
        assertThat(lastTold().getString("state")).isEqualTo("active");
        assertThat(Keycloak.tokenOf("admin." + alias, Api.PASSWORD, alias)
                        .getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("institution-admin");
    }

    @Test
    void to_want_what_is_so_changes_nothing_and_tells_nobody() {
        Api.operator().put(path + "/suspension", WHY);
        String etag = Api.operator().get(path).header("ETag");

        Response answer = Api.operator().put(path + "/suspension", WHY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(etag);
        assertThat(versions()).containsExactly("1", "2");
        assertThat(Api.operator().put(path, Api.changed(alias)).header("ETag")).isEqualTo(etag);
        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void members_of_a_suspended_institution_can_be_put_in_order() {
        Api.operator().put(path + "/suspension", WHY);
        String username = Api.fresh("kofi");

        Response answer = Api.operator().post(path + "/members", Api.person(username, "institution-admin"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        Api.operator().delete(path + "/suspension");
        assertThat(Keycloak.tokenOf(username, Api.PASSWORD, alias)
                        .getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("institution-admin");
    }

    @Test
    void a_closed_institution_stays_closed() {
        Response answer =
                Api.operator().put(path + "/closing", closing(LocalDate.now().plusYears(5)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("closed");
        assertThat(lastTold().getString("state")).isEqualTo("closed");
        assertSpeaksForNobody(Keycloak.passwordGrant("admin." + alias, Api.PASSWORD, alias));
        assertRefused(Api.operator().delete(path + "/suspension"), 409, "institution-closed");
        assertRefused(Api.operator().put(path + "/suspension", WHY), 409, "institution-closed");
        assertRefused(Api.operator().put(path, Api.changed(alias)), 409, "institution-closed");
        assertRefused(
                Api.operator().post(path + "/members", Api.person(Api.fresh("kofi"), "facilitator")),
                409,
                "institution-closed");
        assertRefused(
                Api.operator().post(path + "/portals", Map.of("name", "Campus", "roles", List.of("portal"))),
                409,
                "institution-closed");
        assertThat(Api.operator()
                        .put(path + "/closing", closing(LocalDate.now().plusYears(6)))
                        .jsonPath()
                        .getString("retainedUntil"))
                .isEqualTo(LocalDate.now().plusYears(6).toString());
    }

    @Test
    void a_closing_without_a_day_to_come_or_a_reason_is_refused() {
        assertRefused(
                Api.operator().put(path + "/closing", closing(LocalDate.now().minusDays(2))),
                400,
                "retention-over",
                "retainedUntil");
        assertThat(Api.operator()
                        .put(path + "/closing", Map.of("reason", " "))
                        .jsonPath()
                        .getList("violations.field"))
                .containsExactlyInAnyOrder("reason", "retainedUntil");
        assertThat(Api.operator().put(path + "/suspension", Map.of()).jsonPath().getList("violations.field"))
                .containsExactly("reason");
    }

    @Test
    void an_operator_moves_an_institution_and_the_old_hub_sees_it_no_more() {
        String newHub = Api.hub(Api.fresh("hub"));
        Api administrator = Api.administratorOf(newHub);
        assertThat(administrator.get(path).statusCode()).isEqualTo(404);

        Response answer = Api.operator().put(path + "/hub", Map.of("hub", newHub, "reason", "Divided anew"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(administrator.get(path).jsonPath().getString("hub")).isEqualTo(newHub);
        assertThat(lastTold().getString("hub")).isEqualTo(newHub);
        assertThat(administrator
                        .put(path + "/hub", Map.of("hub", "midwest", "reason", "Back"))
                        .statusCode())
                .isEqualTo(403);
        assertRefused(
                Api.operator().put(path + "/hub", Map.of("hub", "nowhere", "reason", "x")),
                404,
                "hub-not-found",
                "hub");
    }

    private static Map<String, String> closing(LocalDate retainedUntil) {
        return Map.of("retainedUntil", retainedUntil.toString(), "reason", "It leaves the consortium");
    }

    private JsonPath lastTold() {
        return new JsonPath(Database.texts("select data from outbox where key = ? order by version desc", id)
                .get(0));
    }

    private List<String> versions() {
        return Database.texts("select version from outbox where key = ? order by id", id);
    }

    private static void assertSpeaksForNobody(Response grant) {
        if (grant.statusCode() == 200) {
            assertThat(Keycloak.claims(grant).getMap("organization")).isNull();
        } else {
            assertThat(grant.statusCode()).as(grant.asString()).isEqualTo(400);
        }
    }

    private static void assertRefused(Response answer, int status, String type, String... fields) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:mentoring-commons:problem:" + type);
        if (fields.length > 0) {
            assertThat(answer.jsonPath().getList("violations.field")).containsExactly((Object[]) fields);
        }
    }
}
