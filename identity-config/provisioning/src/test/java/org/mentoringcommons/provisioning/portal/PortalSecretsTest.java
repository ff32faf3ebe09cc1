package org.mentoringcommons.provisioning.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;

/** Secrets are rotated with an overlap, ended, revoked. */
@QuarkusTest
class PortalSecretsTest {

    private static final Map<String, Object> CAMPUS = Map.of("name", "Campus", "roles", List.of("portal"));

    @Inject
    Again again;

    private final String alias = Api.fresh("lakeside");
    private final String portals = "/institutions/" + alias + "/portals";

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void while_a_secret_is_rotated_the_old_and_the_new_are_good_and_after_the_overlap_the_new_alone() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");

        Response answer = Api.operator().post(portal + "/secrets", Map.of("overlap", "PT1H"));

        JsonPath fresh = Api.made(answer);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(rolesOf(old)).containsExactly("portal");
        assertThat(rolesOf(fresh)).containsExactly("portal");
        JsonPath seen = Api.operator().get(portal).jsonPath();
        assertThat(seen.getList("clients.clientId"))
                .containsExactly(old.getString("clientId"), fresh.getString("clientId"));
        assertThat(Duration.between(Instant.now(), Instant.parse(seen.getString("clients[0].endsAt"))))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
        assertThat(seen.getString("clients[1].endsAt")).isNull();

        Database.update("update portal_client set ends_at = now() where client_id = ?", old.getString("clientId"));
        again.settle();

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        assertThat(rolesOf(fresh)).containsExactly("portal");
        assertThat(Api.operator().get(portal).jsonPath().getList("clients.clientId"))
                .containsExactly(fresh.getString("clientId"));
    }

    @Test
    void a_secret_that_has_leaked_ends_at_once_without_an_overlap() {
        Api.institution(alias);
        JsonPath leaked = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + leaked.getString("clientId");

        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of("overlap", "PT0S")));

        assertThat(errorOf(leaked)).isEqualTo("invalid_client");
        assertThat(rolesOf(fresh)).containsExactly("portal");
    }

    @Test
    void one_of_two_secrets_can_be_ended_early_and_the_last_cannot() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of()));

        assertThat(Api.operator()
                        .delete(portal + "/secrets/" + old.getString("clientId"))
                        .statusCode())
                .isEqualTo(204);

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        Response last = Api.operator().delete(portal + "/secrets/" + fresh.getString("clientId"));
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.jsonPath().getString("type")).endsWith("last-secret");
        assertThat(rolesOf(fresh)).containsExactly("portal");
    }

    @Test
    void a_rotation_whose_answer_is_lost_costs_nothing_and_its_client_is_withdrawn() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        for (int answers = 0; answers < 4; answers++) {
            Keycloak.goesAwayAfter(answers);
            Response lost = Api.operator().post(portal + "/secrets", Map.of("overlap", "PT0S"));
            assertThat(lost.statusCode()).as(lost.asString()).isEqualTo(503);
            Keycloak.isBack();
        }
        assertThat(rolesOf(old)).containsExactly("portal");

        Database.update(
                "update portal_client set requested_at = now() - interval '2 minutes' where portal = ?",
                old.getString("clientId"));
        again.settle();

        assertThat(Keycloak.admin("/clients?search=true&clientId=portal-" + alias)
                        .getList("clientId"))
                .containsExactly(old.getString("clientId"));
        assertThat(rolesOf(old)).containsExactly("portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "-PT1H", "P31D", ""})
    void an_overlap_that_is_none_is_refused_naming_the_field(String overlap) {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));

        Response answer = Api.operator()
                .post(portals + "/" + portal.getString("clientId") + "/secrets", Map.of("overlap", overlap));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("overlap");
    }

    @Test
    void a_revoked_portal_gets_no_token_any_more_by_any_secret() {
        Api.institution(alias);
        JsonPath old = Api.made(Api.operator().post(portals, CAMPUS));
        String portal = portals + "/" + old.getString("clientId");
        JsonPath fresh = Api.made(Api.operator().post(portal + "/secrets", Map.of()));

        assertThat(Api.operator().delete(portal).statusCode()).isEqualTo(204);

        assertThat(errorOf(old)).isEqualTo("invalid_client");
        assertThat(errorOf(fresh)).isEqualTo("invalid_client");
        assertThat(Api.operator().get(portal).statusCode()).isEqualTo(404);
        assertThat(Api.operator().get(portals).jsonPath().getList("clientId")).isEmpty();
    }

    @Test
    void a_portal_revoked_while_keycloak_is_away_goes_when_it_is_back() {
        Api.institution(alias);
        JsonPath portal = Api.made(Api.operator().post(portals, CAMPUS));
        for (int answers = -1; answers < 1; answers++) {
            Keycloak.goesAwayAfter(answers);
            int status = Api.operator()
                    .delete(portals + "/" + portal.getString("clientId"))
                    .statusCode();
            assertThat(status).isIn(202, 404); // the second time it is revoked already
            Keycloak.isBack();
        }

        again.settle();

        assertThat(errorOf(portal)).isEqualTo("invalid_client");
        assertThat(Database.texts("select client_id from portal where institution = ?", alias))
                .isEmpty();
    }

    private List<String> rolesOf(JsonPath portal) {
        return Keycloak.tokenOfClient(portal.getString("clientId"), portal.getString("clientSecret"), alias)
                .getList("organization.'" + alias + "'.realm_access.roles");
    }

    private String errorOf(JsonPath portal) {
        return Keycloak.clientGrant(portal.getString("clientId"), portal.getString("clientSecret"), alias)
                .jsonPath()
                .getString("error");
    }
}
