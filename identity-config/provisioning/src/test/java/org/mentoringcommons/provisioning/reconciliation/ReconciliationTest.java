package org.mentoringcommons.provisioning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class ReconciliationTest {

    @Inject
    Reconciler reconciler;

    @Inject
    Scheduler scheduler;

    private final String alias = Api.fresh("lakeside");

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void what_is_asked_for_while_keycloak_is_away_is_accepted_and_made_when_it_is_back() {
        Keycloak.goesAway();

        Response answer = Api.operator().post("/institutions", Api.newInstitution(alias, "midwest"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("requested");
        assertThat(answer.jsonPath().getString("id")).isNull();
        assertThat(toldOf(alias)).isEmpty();
        Keycloak.isBack();
        reconciler.settleEverything();
        assertOneCorrectInstitution();
    }

    /** Thirteen answers are what a whole institution takes: see ProvisioningTest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_crash_after_any_step_leaves_one_correct_institution(int answers) {
        Keycloak.goesAwayAfter(answers);
        Response answer = Api.operator().post("/institutions", Api.newInstitution(alias, "midwest"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        Keycloak.isBack();

        reconciler.settleEverything();

        assertOneCorrectInstitution();
    }

    @Test
    void a_restored_registry_finds_the_organization_it_had() {
        String id = Api.institution(alias).getString("id");
        Database.update("alter table institution disable trigger keep_organization");
        Database.update("update institution set organization = null, state = 'REQUESTED' where alias = ?", alias);
        Database.update("alter table institution enable trigger keep_organization");

        reconciler.settleEverything();

        assertThat(Api.operator().get("/institutions/" + alias).jsonPath().getString("id"))
                .isEqualTo(id);
        assertThat(Keycloak.organizations(alias)).containsExactly(id);
    }

    @Test
    void instances_that_reconcile_at_once_make_one_institution() {
        Keycloak.goesAway();
        Api.operator().post("/institutions", Api.newInstitution(alias, "midwest"));
        Keycloak.isBack();

        CompletableFuture<?>[] instances = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> reconciler.settleEverything()))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(instances).join();

        assertOneCorrectInstitution();
    }

    @Test
    void a_member_asked_for_while_keycloak_is_away_comes_when_it_is_back() {
        Api.institution(alias);
        String username = Api.fresh("kofi");
        String members = "/institutions/" + alias + "/members";
        Keycloak.goesAway();

        Response answer = Api.operator().post(members, Api.person(username, "facilitator"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("requested");
        assertThat(Database.texts("select newcomer::text from newcomer where username = ?", username))
                .singleElement()
                .asString()
                .doesNotContain(Api.PASSWORD);
        Keycloak.isBack();
        reconciler.settleEverything();
        assertThat(rolesOf(username)).containsExactly("facilitator");
        assertThat(Database.texts("select username from newcomer where username = ?", username))
                .isEmpty();
    }

    @Test
    void two_people_cannot_wait_for_keycloak_under_one_user_name() {
        Api.institution(alias);
        String username = Api.fresh("kofi");
        String members = "/institutions/" + alias + "/members";
        String second = Api.fresh("second");
        Map<String, Object> namesake = Api.with(Api.person(username), "email", "not." + username + "@people.example");
        Keycloak.goesAway();
        assertThat(Api.operator()
                        .post(members, Api.person(username, "facilitator"))
                        .statusCode())
                .isEqualTo(202);

        Response answer = Api.operator()
                .post("/institutions", Api.with(Api.newInstitution(second, "midwest"), "administrator", namesake));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("administrator.username");
        assertThat(Database.texts("select alias from institution where alias = ?", second))
                .isEmpty();
        assertThat(Database.texts("select email from newcomer where username = ?", username))
                .containsExactly(username + "@people.example");
        Keycloak.isBack();
        reconciler.settleEverything();
        assertThat(rolesOf(username)).containsExactly("facilitator");
    }

    @Test
    void a_member_dismissed_while_keycloak_is_away_is_gone_when_it_is_back() {
        Api.institution(alias);
        String username = Api.fresh("kofi");
        String members = "/institutions/" + alias + "/members";
        Api.made(Api.operator().post(members, Api.person(username, "facilitator")));
        Keycloak.goesAway();

        Response answer = Api.operator().delete(members + "/" + username);

        assertThat(answer.statusCode()).isEqualTo(202);
        Keycloak.isBack();
        reconciler.settleEverything();
        assertThat(rolesOf(username)).isNull();
        assertThat(Api.operator().get(members).jsonPath().getList("username")).doesNotContain(username);
    }

    @Test
    void somebody_keycloak_turns_out_not_to_want_is_shown_as_refused_and_can_be_asked_for_anew() {
        Api.institution(alias);
        String username = Api.fresh("kofi");
        String members = "/institutions/" + alias + "/members";
        Map<String, Object> taken =
                Api.with(Api.person(username, "facilitator"), "email", "admin." + alias + "@people.example");
        Keycloak.goesAway();
        assertThat(Api.operator().post(members, taken).statusCode()).isEqualTo(202);
        Keycloak.isBack();

        reconciler.settleEverything();

        assertThat(Api.operator()
                        .get(members)
                        .jsonPath()
                        .getString("find { it.username == '" + username + "' }.refusal.field"))
                .isEqualTo("email");
        Api.made(Api.operator().post(members, Api.person(username, "facilitator")));
        assertThat(rolesOf(username)).containsExactly("facilitator");
    }

    @Test
    void a_hub_s_administrator_appointed_while_keycloak_is_away_reaches_the_hub_when_it_is_back() {
        String hub = Api.hub(Api.fresh("hub"));
        String username = Api.fresh("omar");
        Keycloak.goesAway();

        Response answer = Api.operator().post("/hubs/" + hub + "/administrators", Api.person(username));

        assertThat(answer.statusCode()).isEqualTo(202);
        Keycloak.isBack();
        reconciler.settleEverything();
        String subject = Keycloak.tokenOf(username, Api.PASSWORD, null).getString("sub");
        assertThat(Api.hubAdministrator(subject).get("/hubs").jsonPath().getList("key"))
                .containsExactly(hub);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_portal_whose_secret_nobody_received_is_withdrawn(int answers) {
        Api.institution(alias);
        Keycloak.goesAwayAfter(answers);
        Response answer = Api.operator()
                .post("/institutions/" + alias + "/portals", Map.of("name", "Campus", "roles", List.of("portal")));
        assertThat(answer.statusCode()).isEqualTo(503);
        String clientId = Database.texts("select client_id from portal where institution = ?", alias)
                .get(0);
        Keycloak.isBack();
        Database.update(
                "update portal_client set requested_at = now() - interval '2 minutes' where client_id = ?", clientId);

        reconciler.settleEverything();

        assertThat(Keycloak.admin("/clients?clientId=" + clientId).getList("clientId"))
                .isEmpty();
        assertThat(Database.texts("select client_id from portal where institution = ?", alias))
                .isEmpty();
    }

    @Test
    void what_is_only_requested_is_tried_again_on_a_schedule() {
        assertThat(scheduler.getScheduledJobs())
                .extracting(Trigger::getMethodDescription)
                .contains(Reconciler.class.getName() + "#settleEverything");
    }

    @Test
    void the_organization_of_an_institution_cannot_be_changed_in_the_registry() {
        Api.institution(alias);

        assertThatThrownBy(() -> Database.update(
                        "update institution set organization = '11111111-1111-4111-8111-111111111111' where alias = ?",
                        alias))
                .hasMessageContaining("never changes");
    }

    private void assertOneCorrectInstitution() {
        var institution = Api.operator().get("/institutions/" + alias).jsonPath();
        assertThat(institution.getString("state")).isEqualTo("active");
        assertThat(Keycloak.organizations(alias)).containsExactly(institution.getString("id"));
        assertThat(rolesOf("admin." + alias)).containsExactly("institution-admin");
        assertThat(Keycloak.tokenOfSurveyService(alias).getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("roster-reader");
        assertThat(toldOf(alias)).hasSize(1);
        assertThat(Database.texts("select username from newcomer where username = ?", "admin." + alias))
                .isEmpty();
    }

    private List<String> rolesOf(String username) {
        return Keycloak.tokenOf(username, Api.PASSWORD, alias)
                .getList("organization.'" + alias + "'.realm_access.roles");
    }

    private static List<String> toldOf(String alias) {
        return Database.texts("select data from outbox where data::json ->> 'alias' = ?", alias);
    }
}
