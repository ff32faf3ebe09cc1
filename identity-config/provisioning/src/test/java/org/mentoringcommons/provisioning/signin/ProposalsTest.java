package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** What a campus announces without proof waits for an administrator's yes, and what was known before goes on working. */
@QuarkusTest
class ProposalsTest extends AnnouncingCampus {

    @Test
    void a_new_key_waits_even_beside_the_one_known_before_which_anybody_can_copy() throws IOException {
        String revision = shown().getString("revision");
        String address = provider().getString("config.singleSignOnServiceUrl");
        campus.show(moved(says(SigningKey.NEXT, SigningKey.CAMPUS)));

        anHourLater();
        anHourLater();

        assertThat(shown().getString("saml.problem")).contains("not signed by a key known before");
        assertThat(shown().getList("saml.proposed.certificates")).containsExactly(NEXT, KNOWN);
        assertThat(shown().getString("saml.proposed.singleSignOn")).endsWith("/elsewhere");
        assertThat(shown().getString("saml.proposed.fingerprints[1]"))
                .isEqualTo(shown().getString("saml.fingerprints[0]"));
        assertThat(shown().getString("state")).isEqualTo("active");
        assertThat(shown().getString("revision")).isEqualTo(revision);
        assertThat(trusted()).isEqualTo(KNOWN);
        assertThat(provider().getString("config.singleSignOnServiceUrl")).isEqualTo(address);
        assertThat(deeds("sign-in.proposed")).hasSize(1);
        assertThat(deeds("sign-in.renewed")).isEmpty();
    }

    @Test
    void the_signature_of_a_stranger_is_no_proof() throws IOException {
        campus.show(SigningKey.STRANGER.sign(says(SigningKey.STRANGER, SigningKey.CAMPUS)));

        anHourLater();

        assertThat(trusted()).isEqualTo(KNOWN);
        assertThat(proposed()).isNotNull();
    }

    @Test
    void what_is_accepted_holds_from_then_on_and_is_on_record() throws IOException {
        campus.show(moved(says(SigningKey.NEXT)));
        anHourLater();
        String proposal = proposed();

        Response answer = accept(proposal);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("active");
        assertThat(answer.jsonPath().getString("saml.proposed")).isNull();
        assertThat(answer.jsonPath().getString("saml.problem")).isNull();
        assertThat(trusted()).isEqualTo(NEXT);
        assertThat(provider().getString("config.singleSignOnServiceUrl")).endsWith("/elsewhere");
        assertThat(Database.texts(
                        "select detail from deed where action = 'sign-in.accepted' and subject is not null and key = ?",
                        alias))
                .containsExactly("proposal: " + proposal);

        assertThat(accept(proposal).statusCode()).as("once more").isEqualTo(200);
        assertThat(deeds("sign-in.accepted")).hasSize(1);
    }

    @Test
    void what_is_accepted_while_keycloak_is_away_holds_when_it_is_back() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();
        String proposal = proposed();
        Keycloak.goesAway();

        assertThat(accept(proposal).statusCode()).isEqualTo(202);
        Keycloak.isBack();
        again.settle();

        assertThat(trusted()).isEqualTo(NEXT);
        assertThat(shown().getString("state")).isEqualTo("active");
    }

    @Test
    void a_yes_is_to_what_was_seen_and_to_nothing_announced_since() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();
        String seen = proposed();
        campus.show(says(SigningKey.STRANGER));
        anHourLater();

        Response answer = accept(seen);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("type")).endsWith(":proposal-changed");
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("proposal");
        assertThat(trusted()).isEqualTo(KNOWN);
        assertThat(proposed()).isNotEqualTo(seen);
    }

    @Test
    void a_campus_that_is_back_at_its_known_key_proposes_nothing() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();
        String proposal = proposed();
        campus.show(says(SigningKey.CAMPUS));

        anHourLater();

        assertThat(proposed()).isNull();
        assertThat(shown().getString("saml.problem")).isNull();
        assertThat(accept(proposal).statusCode()).isEqualTo(409);
    }

    @Test
    void while_the_campus_cannot_be_read_what_it_announced_still_waits() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();
        campus.show("");

        anHourLater();

        assertThat(shown().getString("saml.problem")).startsWith("has no metadata");
        assertThat(accept(proposed()).statusCode()).isEqualTo(200);
        assertThat(trusted()).isEqualTo(NEXT);
    }

    @Test
    void a_key_that_was_given_up_comes_back_by_an_administrator_s_yes_only() throws IOException {
        String old = SigningKey.CAMPUS.sign(says(SigningKey.CAMPUS, SigningKey.NEXT));
        campus.show(old);
        anHourLater();
        campus.show(says(SigningKey.CAMPUS));
        anHourLater();
        campus.show(old);

        anHourLater();

        assertThat(trusted()).isEqualTo(KNOWN);
        assertThat(accept(proposed()).statusCode()).isEqualTo(200);
        assertThat(trusted()).isEqualTo(KNOWN + "," + NEXT);
    }

    @Test
    void a_campus_login_set_anew_or_removed_has_nothing_waiting() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();

        confirmed();

        assertThat(proposed()).isNull();
        assertThat(trusted()).isEqualTo(NEXT);
        campus.show(says(SigningKey.CAMPUS));
        anHourLater();
        assertThat(administrator.delete(signIn).statusCode()).isEqualTo(204);
        assertThat(Database.texts("select institution from sign_in_proposal where institution = ?", alias))
                .isEmpty();
    }

    @Test
    void who_has_seen_another_state_is_told_so() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();

        Response answer = administrator.ifMatch("\"99\"").put(signIn + "/acceptance", Map.of("proposal", proposed()));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(trusted()).isEqualTo(KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "0F", "../../etc"})
    void a_yes_to_what_can_be_no_proposal_is_refused_naming_the_field(String proposal) {
        Response answer = accept(proposal);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("proposal");
    }

    @Test
    void a_campus_login_by_openid_connect_proposes_nothing() {
        assertThat(administrator.put(signIn, byOpenIdConnect()).statusCode()).isEqualTo(200);

        assertThat(accept("0".repeat(64)).statusCode()).isEqualTo(409);
    }

    @Test
    void a_stranger_finds_nothing_to_accept() throws IOException {
        campus.show(says(SigningKey.NEXT));
        anHourLater();
        String other = Api.fresh("hilltop");
        Api stranger = Api.institutionAdministrator(Api.institution(other).getString("id"));

        assertThat(stranger.put(signIn + "/acceptance", Map.of("proposal", proposed()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(trusted()).isEqualTo(KNOWN);
    }

    private String proposed() {
        return shown().getString("saml.proposed.proposal");
    }

    private Response accept(String proposal) {
        return administrator.put(signIn + "/acceptance", Map.of("proposal", proposal));
    }
}
