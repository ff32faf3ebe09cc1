package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class ProvisioningTest {

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @Test
    void a_provisioned_institution_is_active_and_its_administrator_speaks_for_exactly_it() {
        String alias = Api.fresh("lakeside");

        Response answer = Api.operator().post("/institutions", Api.newInstitution(alias, "midwest"));

        JsonPath institution = Api.made(answer);
        assertThat(answer.header("Location")).endsWith("/identity/v1/institutions/" + alias);
        assertThat(institution.getString("state")).isEqualTo("active");
        assertThat(institution.getString("kind")).isEqualTo("institution");
        assertThat(institution.getList("domains")).containsExactly(alias + ".example");
        assertThat(Keycloak.organizations(alias)).containsExactly(institution.getString("id"));
        Map<String, Map<String, Object>> claim =
                Keycloak.tokenOf("admin." + alias, Api.PASSWORD, alias).getMap("organization");
        assertThat(claim).containsOnlyKeys(alias);
        assertThat(claim.get(alias))
                .containsEntry("id", institution.getString("id"))
                .containsEntry("realm_access", Map.of("roles", List.of("institution-admin")));
    }

    @Test
    void an_active_institution_is_told_to_the_others_once_as_a_fact_of_the_platform() {
        JsonPath institution = Api.institution(Api.fresh("hilltop"));

        String id = institution.getString("id");
        assertThat(Database.texts("select type || ' ' || version from outbox where key = ?", id))
                .containsExactly("org.mentoringcommons.institution.v1 1");
        assertThat(Database.texts("select topic from outbox where key = ? and tenant is null", id))
                .containsExactly("institutions");
        JsonPath told = new JsonPath(
                Database.texts("select data from outbox where key = ?", id).get(0));
        assertThat(told.getMap(""))
                .containsOnlyKeys("id", "alias", "name", "hub", "kind", "timeZone", "state")
                .containsEntry("id", id)
                .containsEntry("alias", institution.getString("alias"))
                .containsEntry("state", "active");
    }

    @Test
    void survey_service_may_read_rosters_of_every_institution_and_do_nothing_else_there() {
        String alias = Api.fresh("riverside");
        Api.institution(alias);

        JsonPath token = Keycloak.tokenOfSurveyService(alias);

        assertThat(token.getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("roster-reader");
    }

    @Test
    void two_institutions_may_have_the_same_name() {
        String first = Api.fresh("twin");
        String second = Api.fresh("twin");
        Map<String, Object> one = Api.with(Api.newInstitution(first, "midwest"), "name", "Twin College " + first);
        Map<String, Object> other = Api.with(Api.newInstitution(second, "midwest"), "name", "Twin College " + first);
        Api.made(Api.operator().post("/institutions", one));

        Response answer = Api.operator().post("/institutions", other);

        JsonPath institution = Api.made(answer);
        assertThat(institution.getString("name")).isEqualTo("Twin College " + first);
        assertThat(Keycloak.organizations(second)).containsExactly(institution.getString("id"));
    }

    @Test
    void provisioning_takes_few_calls_of_keycloak() {
        Api.institution(Api.fresh("warm-up"));
        Keycloak.calls();

        Api.institution(Api.fresh("lean"));

        // make the administrator's account, make the organization, read survey-service's secret, make its client and
        // find
        // the account of that; and for both accounts: membership, group, its role, membership of the group
        assertThat(Keycloak.calls()).hasSize(13);
    }

    @Test
    void lists_go_on_where_the_page_before_ended() {
        String word = Api.fresh("paged");
        List.of("a", "b", "c").forEach(letter -> Api.institution(word + letter));

        Response first = Api.operator().get("/institutions?limit=2&after=" + word);

        assertThat(first.jsonPath().getList("alias")).containsExactly(word + "a", word + "b");
        assertThat(first.header("Link")).contains("rel=\"next\"").contains("after=" + word + "b");
        Response second = Api.operator().get("/institutions?limit=2&after=" + word + "b");
        assertThat(second.jsonPath().getList("alias").get(0)).isEqualTo(word + "c");
    }
}
