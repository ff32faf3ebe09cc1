package org.mentoringcommons.provisioning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** Keycloak goes away after each of the calls that a change takes; what was wanted holds, and is made so later. */
@QuarkusTest
class LifeCycleCrashTest {

    private static final Map<String, String> WHY = Map.of("reason", "The agreement is under review");

    @Inject
    Reconciler reconciler;

    private final String alias = Api.fresh("lakeside");
    private final String path = "/institutions/" + alias;
    private String id;

    @BeforeEach
    void anInstitution() {
        id = Api.institution(alias).getString("id");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_change_is_told_at_once_and_made_so_when_keycloak_is_back(int answers) {
        Map<String, Object> wanted = Api.with(
                Api.with(Api.changed(alias), "name", "Renamed " + alias),
                "domains",
                List.of("new." + alias + ".example"));
        Keycloak.goesAwayAfter(answers);

        Response answer = Api.operator().put(path, wanted);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getBoolean("settled")).isFalse();
        assertThat(lastTold().getString("name")).isEqualTo("Renamed " + alias);
        healed();
        assertThat(organization().getString("name")).isEqualTo("Renamed " + alias);
        assertThat(organization().getList("domains.name")).containsExactly("new." + alias + ".example");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_suspension_and_a_reactivation_likewise(int answers) {
        Keycloak.goesAwayAfter(answers);
        assertThat(Api.operator().put(path + "/suspension", WHY).statusCode()).isEqualTo(202);
        assertThat(lastTold().getString("state")).isEqualTo("suspended");
        healed();
        assertThat(organization().getBoolean("enabled")).isFalse();

        Keycloak.goesAwayAfter(answers);
        assertThat(Api.operator().delete(path + "/suspension").statusCode()).isEqualTo(202);
        assertThat(lastTold().getString("state")).isEqualTo("active");
        healed();
        assertThat(organization().getBoolean("enabled")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_closing_likewise(int answers) {
        Keycloak.goesAwayAfter(answers);

        Response answer = Api.operator().put(path + "/closing", closing());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(lastTold().getString("state")).isEqualTo("closed");
        healed();
        assertThat(organization().getBoolean("enabled")).isFalse();
        assertThat(Api.operator().get(path + "/members").jsonPath().getList("username"))
                .as("until the retention is over")
                .hasSize(1);
    }

    @Test
    void what_is_wanted_last_holds_whatever_came_between() {
        Keycloak.goesAwayAfter(1); // the domain is there, and the registry does not know
        Api.operator().put(path, Api.with(Api.changed(alias), "domains", List.of("short." + alias + ".example")));
        Keycloak.goesAway();
        Api.operator().put(path, Api.with(Api.changed(alias), "domains", List.of("last." + alias + ".example")));

        healed();

        assertThat(organization().getList("domains.name")).containsExactly("last." + alias + ".example");
    }

    /** Secret: read; portal and survey-service: find, remove; organization: read, change; administrator: let go. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5, 6, 7})
    void after_its_retention_people_and_portals_are_let_go_and_alias_and_id_are_kept(int answers) {
        String clientId = Api.made(
                        Api.operator().post(path + "/portals", Map.of("name", "Campus", "roles", List.of("portal"))))
                .getString("clientId");
        Api.operator().put(path + "/closing", closing());
        Database.update("update institution set retained_until = current_date - 2 where alias = ?", alias);
        Keycloak.goesAwayAfter(answers);
        reconciler.settleEverything();
        assertThat(Database.texts("select alias from institution where alias = ? and retired_at is null", alias))
                .hasSize(1);

        healed();

        assertThat(Keycloak.admin("/organizations/" + id + "/members").getList("id"))
                .isEmpty();
        assertThat(Keycloak.admin("/clients?clientId=" + clientId).getList("id"))
                .isEmpty();
        assertThat(organization().getBoolean("enabled")).isFalse();
        assertThat(organization().getList("domains")).isNullOrEmpty();
        assertThat(Api.operator().get(path + "/members").jsonPath().getList("username"))
                .isEmpty();
        assertThat(Api.operator().get(path + "/portals").jsonPath().getList("clientId"))
                .isEmpty();
        assertThat(Api.operator()
                        .post("/institutions", Api.newInstitution(alias, "midwest"))
                        .statusCode())
                .isEqualTo(409);
        String heir = Api.fresh("heir");
        Api.made(Api.operator()
                .post(
                        "/institutions",
                        Api.with(Api.newInstitution(heir, "midwest"), "domains", List.of(alias + ".example"))));
        assertThat(Database.texts("select id from deed where action = 'institution.retired' and key = ?", alias))
                .hasSize(1);
        assertThat(lastTold().getString("state")).isEqualTo("closed");
        assertThat(lastTold().getBoolean("retired")).isTrue();
    }

    /** It is tried again, and then Keycloak and registry are equal. */
    private void healed() {
        Keycloak.isBack();
        Database.update("delete from postponed where key = ?", alias);
        reconciler.settleEverything();
        assertThat(Api.operator().get(path).jsonPath().getBoolean("settled")).isTrue();
        assertThat(Keycloak.organizations(alias)).containsExactly(id);
    }

    private JsonPath organization() {
        return Keycloak.admin("/organizations/" + id);
    }

    private JsonPath lastTold() {
        return new JsonPath(Database.texts("select data from outbox where key = ? order by version desc", id)
                .get(0));
    }

    private static Map<String, String> closing() {
        return Map.of(
                "retainedUntil",
                LocalDate.now(ZoneId.of("America/Chicago")).toString(),
                "reason",
                "It leaves the consortium");
    }
}
