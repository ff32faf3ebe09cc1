package org.mentoringcommons.provisioning.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class PortalsTest {

    private static final Map<String, Object> CAMPUS = Map.of("name", "Campus", "roles", List.of("portal"));

    private final String alias = Api.fresh("lakeside");
    private final String portals = "/institutions/" + alias + "/portals";

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void a_portal_speaks_for_its_institution_with_the_portal_s_role_and_nothing_else() {
        Api administrator = Api.institutionAdministrator(Api.institution(alias).getString("id"));

        Response answer = administrator.post(portals, CAMPUS);

        JsonPath portal = Api.made(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonPath token = Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), alias);
        assertThat(token.getMap("organization")).containsOnlyKeys(alias);
        assertThat(token.getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("portal");
        assertThat(token.getList("aud")).contains("mentoring-commons");
    }

    @Test
    void a_portal_cannot_speak_for_another_institution() {
        String other = Api.fresh("hilltop");
        Api.institution(alias);
        Api.institution(other);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        JsonPath token = Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), other);

        assertThat(token.getMap("")).doesNotContainKey("organization");
    }

    @Test
    void the_secret_is_shown_once_and_kept_by_nobody_but_keycloak() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        Response list = Api.operator().get(portals);

        assertThat(list.jsonPath().getList("clientId")).containsExactly(portal.getString("clientId"));
        assertThat(list.asString()).doesNotContain(portal.getString("clientSecret"));
        assertThat(Database.texts("select portal::text from portal where client_id = ?", portal.getString("clientId")))
                .singleElement()
                .asString()
                .doesNotContain(portal.getString("clientSecret"));
    }

    @Test
    void no_portal_is_made_while_keycloak_is_away() {
        Api.institution(alias);
        Keycloak.goesAway();

        Response answer = Api.operator().post(portals, CAMPUS);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).endsWith("keycloak-away");
        assertThat(Api.operator().get(portals).jsonPath().getList("clientId")).isEmpty();
    }

    @Test
    void roles_other_than_a_portal_s_are_refused_naming_the_field() {
        Api.institution(alias);

        Response answer = Api.operator().post(portals, Map.of("name", "Campus", "roles", List.of("institution-admin")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
    }

    @Test
    void a_portal_holds_just_the_roles_given_of_those_a_machine_may_hold() {
        Api.institution(alias);

        JsonPath portal =
                Api.made(Api.operator().post(portals, Map.of("name", "Reports", "roles", List.of("evaluator"))));

        assertThat(rolesOf(portal)).containsExactly("evaluator");
        Response changed = Api.operator()
                .put(
                        portals + "/" + portal.getString("clientId"),
                        Map.of("name", "Both", "roles", List.of("portal", "facilitator")));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(rolesOf(portal)).containsExactlyInAnyOrder("portal", "facilitator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution-admin", "participant", "roster-reader", "hub-admin", "platform-operator"})
    void a_role_that_no_machine_may_hold_is_refused_naming_the_field(String role) {
        Api.institution(alias);

        Response answer = Api.operator().post(portals, Map.of("name", "Campus", "roles", List.of("portal", role)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].field")).startsWith("roles");
    }

    @Test
    void another_institution_s_administrator_does_not_find_it() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));
        String other = Api.fresh("hilltop");
        Api stranger = Api.institutionAdministrator(Api.institution(other).getString("id"));
        String clientId = portal.getString("clientId");

        for (String institution : List.of(alias, other)) {
            String path = "/institutions/" + institution + "/portals/" + clientId;
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.delete(path).statusCode()).isEqualTo(404);
            assertThat(stranger.post(path + "/secrets", Map.of()).statusCode()).isEqualTo(404);
            assertThat(stranger.put(path + "/front-end", Map.of("redirectUris", List.of("https://x.example/")))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(rolesOf(portal)).containsExactly("portal");
    }

    @Test
    void a_change_to_what_somebody_else_has_changed_since_is_refused() {
        Api.institution(alias);
        String portal =
                portals + "/" + Api.made(Api.operator().post(portals, CAMPUS)).getString("clientId");
        String seen = Api.operator().get(portal).header("ETag");
        Api.operator().put(portal, Map.of("name", "Renamed", "roles", List.of("portal")));

        assertThat(Api.operator().ifMatch(seen).delete(portal).statusCode()).isEqualTo(412);
        assertThat(Api.operator()
                        .ifMatch(Api.operator().get(portal).header("ETag"))
                        .delete(portal)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void what_is_done_to_a_portal_is_on_record() {
        Api.institution(alias);
        String clientId = Api.made(Api.operator().post(portals, CAMPUS)).getString("clientId");
        Api.made(Api.operator().post(portals + "/" + clientId + "/secrets", Map.of()));
        Api.operator().delete(portals + "/" + clientId);

        assertThat(Database.texts("select action from deed where key = ? order by id", clientId))
                .containsExactly("portal.made", "portal.secret-rotated", "portal.revoked");
    }

    private List<String> rolesOf(JsonPath portal) {
        return Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), alias)
                .getList("organization.'" + alias + "'.realm_access.roles");
    }
}
