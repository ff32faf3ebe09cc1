package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;

/** survey-service's account at each institution, and its one secret. */
@QuarkusTest
class RosterReaderTest {

    @Inject
    RosterReader rosterReader;

    @Inject
    Again again;

    private final String alias = Api.fresh("lakeside");
    private String id;

    @BeforeEach
    void anInstitution() {
        id = Api.institution(alias).getString("id");
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    @Test
    void a_changed_secret_of_survey_service_is_noticed_without_anybody_s_doing() {
        String secret = secretOf("survey-service");
        give("survey-service", "another-one-that-somebody-set");
        try {
            assertThat(rosterReader.unsettledInstitutions()).contains(alias);
        } finally {
            give("survey-service", secret);
        }
        assertThat(rosterReader.unsettledInstitutions()).doesNotContain(alias);
    }

    @Test
    void an_account_made_with_another_secret_is_given_the_one_there_is() {
        give("survey-service-" + alias, "the-one-before");
        Database.update("update institution set roster_reader = 'of the one before' where alias = ?", alias);
        String revision = revision();

        again.settle();

        assertThat(Keycloak.tokenOfSurveyService(alias).getList("organization.'" + alias + "'.realm_access.roles"))
                .containsExactly("roster-reader");
        assertThat(revision()).as("nothing that others would hear of").isEqualTo(revision);
        assertThat(rosterReader.unsettledInstitutions()).doesNotContain(alias);
    }

    @Test
    void the_account_that_an_earlier_release_made_a_member_leaves_and_is_no_drift() {
        String account = Keycloak.admin("/clients/" + client("survey-service") + "/service-account-user")
                .getString("id");
        Keycloak.post("/organizations/" + id + "/members", '"' + account + '"');
        Database.update("update institution set roster_reader = null where alias = ?", alias);

        again.settle();

        assertThat(Keycloak.admin("/organizations/" + id + "/members").getList("username"))
                .contains("service-account-survey-service-" + alias)
                .doesNotContain("service-account-survey-service");
    }

    @Test
    void while_keycloak_is_away_nothing_is_found_wanting() {
        Database.update("update institution set roster_reader = null where alias = ?", alias);
        Keycloak.goesAway();

        assertThat(rosterReader.unsettledInstitutions()).isEmpty();
    }

    private String revision() {
        return Api.operator().get("/institutions/" + alias).jsonPath().getString("revision");
    }

    private static String client(String clientId) {
        return Keycloak.admin("/clients?clientId=" + clientId).getString("[0].id");
    }

    private static String secretOf(String clientId) {
        return Keycloak.admin("/clients?clientId=" + clientId).getString("[0].secret");
    }

    private static void give(String clientId, String secret) {
        Keycloak.change("/clients/" + client(clientId), client -> client.put("secret", secret));
    }
}
