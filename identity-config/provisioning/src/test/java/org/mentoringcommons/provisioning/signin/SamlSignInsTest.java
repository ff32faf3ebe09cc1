package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** Campus logins by SAML; people sign in by one in deploy/acceptance. */
@QuarkusTest
class SamlSignInsTest extends CampusLogins {

    @Test
    void people_with_the_domain_s_addresses_are_sent_to_the_campus_whose_signature_is_needed() {
        Response answer =
                administrator.put(signIn, bySaml(Map.of("metadataUrl", descriptor(), "emailAttribute", MAIL)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertOneCorrectCampus();
        assertThat(answer.jsonPath().getString("issuer")).isEqualTo(Keycloak.url() + "/realms/master");
        assertThat(answer.jsonPath().getString("saml.metadataUrl"))
                .endsWith("/broker/campus-" + alias + "/endpoint/descriptor");
        assertThat(answer.jsonPath().getList("saml.certificates")).hasSize(1);
    }

    @Test
    void the_metadata_may_be_given_themselves_and_the_name_id_be_the_address() throws Exception {
        String ofTheCampus = SamlMetadataTest.campus().replace("https://login.lakeside.example", Keycloak.url());

        Response answer = administrator.put(signIn, bySaml(Map.of("metadata", ofTheCampus)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(provider().getString("config.singleSignOnServiceUrl")).isEqualTo(Keycloak.url() + "/redirect");
        assertThat(provider().getString("config.nameIDPolicyFormat")).endsWith("emailAddress");
        assertThat(mappers()).containsExactlyInAnyOrder("username", "first-name", "last-name", "newcomers");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void a_crash_after_any_step_of_a_change_of_protocol_leaves_one_correct_campus_login(int answers) {
        assertThat(administrator.put(signIn, byOpenIdConnect()).statusCode()).isEqualTo(200);
        Keycloak.goesAwayAfter(answers);
        assertThat(administrator
                        .put(signIn, bySaml(Map.of("metadataUrl", descriptor(), "emailAttribute", MAIL)))
                        .statusCode())
                .isEqualTo(202);
        Keycloak.isBack();

        again.settle();

        assertOneCorrectCampus();
    }

    @Test
    void another_attribute_takes_the_place_of_the_one_before() {
        administrator.put(signIn, bySaml(Map.of("metadataUrl", descriptor(), "emailAttribute", "mail")));

        administrator.put(signIn, bySaml(Map.of("metadataUrl", descriptor(), "emailAttribute", MAIL)));

        assertOneCorrectCampus();
    }

    @Test
    void back_to_openid_connect_the_secret_is_needed_again() {
        administrator.put(signIn, byOpenIdConnect());
        administrator.put(signIn, bySaml(Map.of("metadataUrl", descriptor())));
        Map<String, Object> withoutSecret = new HashMap<>(byOpenIdConnect());
        withoutSecret.remove("clientSecret");

        assertRefused(withoutSecret, "clientSecret");
        assertThat(administrator.put(signIn, byOpenIdConnect()).statusCode()).isEqualTo(200);
        assertThat(provider().getString("providerId")).isEqualTo("oidc");
        assertThat(mappers()).containsExactlyInAnyOrder("username", "newcomers");
    }

    @Test
    void metadata_that_are_none_are_refused_naming_the_field() {
        assertRefused(bySaml(Map.of("metadata", "<html/>")), "saml.metadata");
        assertRefused(bySaml(Map.of("metadataUrl", Keycloak.url() + "/realms/nobody")), "saml.metadataUrl");
        assertRefused(bySaml(Map.of("metadataUrl", "https://10.0.0.1/metadata")), "saml.metadataUrl");
        assertRefused(bySaml(Map.of("metadata", "<a/>", "emailAttribute", "no } name")), "saml.emailAttribute");
    }

    @Test
    void people_are_not_sent_to_an_address_of_our_network() throws Exception {
        String inside = SamlMetadataTest.campus().replace("login.lakeside.example", "10.0.0.1");

        assertRefused(bySaml(Map.of("metadata", inside)), "saml.metadata");
    }

    @Test
    void two_ways_at_once_or_none_are_refused_naming_the_fields() {
        assertRefused(bySaml(Map.of()), "saml.metadataUrl");
        assertRefused(bySaml(Map.of("metadata", "<a/>", "metadataUrl", descriptor())), "saml.metadataUrl");
        assertRefused(Api.with(bySaml(Map.of("metadataUrl", descriptor())), "issuer", "https://a.example"), "issuer");
        assertRefused(Map.of("domain", alias + ".example", "newcomers", "none"), "issuer", "clientId");
    }

    private void assertOneCorrectCampus() {
        JsonPath provider = provider();
        assertThat(provider.getString("providerId")).isEqualTo("saml");
        assertThat(provider.getString("organizationId")).isEqualTo(id);
        assertThat(provider.getString("config.'kc.org.domain'")).isEqualTo(alias + ".example");
        assertThat(provider.getString("config.validateSignature")).isEqualTo("true");
        assertThat(provider.getString("config.signingCertificate")).startsWith("MII");
        assertThat(mappers()).containsExactlyInAnyOrder("username", "email", "first-name", "last-name", "newcomers");
        assertThat(Keycloak.admin("/identity-provider/instances/campus-" + alias + "/mappers")
                        .getString("find { it.name == 'email' }.config.'attribute.name'"))
                .isEqualTo(MAIL);
        assertThat(Keycloak.admin("/organizations/" + id + "/identity-providers")
                        .getList("alias"))
                .containsExactly("campus-" + alias);
        assertThat(administrator.get(signIn).jsonPath().getString("state")).isEqualTo("active");
        assertThat(Database.texts("select sealed_secret from sign_in where institution = ?", alias))
                .containsExactly((String) null);
    }
}
