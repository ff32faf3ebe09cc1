package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Keycloak;

/** What Keycloak has otherwise of a campus login, and what a campus announces, is told. */
@QuarkusTest
class SignInDriftTest extends AnnouncingCampus {

    @Test
    void a_campus_login_as_it_is_wanted_is_no_difference_in_either_protocol() {
        assertThat(drift()).isEmpty();

        assertThat(administrator.put(signIn, byOpenIdConnect()).statusCode()).isEqualTo(200);

        assertThat(drift()).isEmpty();
    }

    @Test
    void a_key_that_somebody_else_put_into_keycloak_is_told_and_left_alone() {
        Keycloak.change("/identity-provider/instances/campus-" + alias, provider -> {
            provider.put("enabled", false);
            provider.withObject("/config").put("signingCertificate", NEXT);
        });

        assertThat(drift())
                .containsExactly(
                        Map.of("what", "sign-in", "which", "enabled", "registry", "true", "keycloak", "false"),
                        Map.of(
                                "what",
                                "sign-in",
                                "which",
                                "signingCertificate",
                                "registry",
                                Certificates.fingerprint(KNOWN),
                                "keycloak",
                                Certificates.fingerprint(NEXT)));
        assertThat(trusted()).isEqualTo(NEXT);
    }

    @Test
    void a_campus_login_that_is_gone_is_told() {
        Keycloak.delete("/identity-provider/instances/campus-" + alias);

        assertThat(drift()).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("what", "sign-in")
                .containsEntry("which", alias + ".example")
                .doesNotContainKey("keycloak"));
    }

    @Test
    void keys_that_wait_for_a_yes_are_told_beside_those_that_hold() throws IOException {
        campus.show(says(SigningKey.NEXT));

        anHourLater();

        assertThat(drift())
                .containsExactly(Map.of(
                        "what",
                        "proposed-keys",
                        "which",
                        alias + ".example",
                        "registry",
                        Certificates.fingerprint(KNOWN),
                        "keycloak",
                        Certificates.fingerprint(NEXT)));
    }

    /** Of this institution, by an operator, who pages through all. */
    private List<Map<String, String>> drift() {
        String before = alias.substring(0, alias.length() - 1);
        List<Map<String, String>> all = Api.operator()
                .get("/drift?limit=100&after=" + before)
                .jsonPath()
                .getList("");
        return all.stream()
                .filter(one -> one.get("institution").equals(alias))
                .map(one -> {
                    one.remove("institution");
                    one.values().removeIf(value -> value == null);
                    return one;
                })
                .toList();
    }
}
