package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Keycloak;
import org.mentoringcommons.provisioning.reconciliation.Again;

/** An institution whose administrator sets a campus login. Keycloak's own first realm stands for the campus. */
abstract class CampusLogins {

    static final String SECRET = "between-the-campus-and-us";
    static final String MAIL = "urn:oid:0.9.2342.19200300.100.1.3";

    @Inject
    Again again;

    final String alias = Api.fresh("lakeside");
    final String signIn = "/institutions/" + alias + "/sign-in";
    Api administrator;
    String id;

    @BeforeEach
    void anInstitution() {
        id = Api.institution(alias).getString("id");
        administrator = Api.institutionAdministrator(id);
    }

    @AfterEach
    void keycloakIsBack() {
        Keycloak.isBack();
    }

    Map<String, Object> byOpenIdConnect() {
        return Map.of(
                "issuer",
                Keycloak.url() + "/realms/master",
                "clientId",
                "mentoring-commons",
                "clientSecret",
                SECRET,
                "domain",
                alias + ".example",
                "newcomers",
                "participant");
    }

    Map<String, Object> bySaml(Map<String, Object> saml) {
        return Map.of("saml", saml, "domain", alias + ".example", "newcomers", "participant");
    }

    static String descriptor() {
        return Keycloak.url() + "/realms/master/protocol/saml/descriptor";
    }

    void assertRefused(Map<String, Object> wanted, String... fields) {
        Response answer = administrator.put(signIn, wanted);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly((Object[]) fields);
        assertThat(answer.asString()).doesNotContain(SECRET);
    }

    JsonPath provider() {
        return Keycloak.admin("/identity-provider/instances/campus-" + alias);
    }

    List<String> mappers() {
        return Keycloak.admin("/identity-provider/instances/campus-" + alias + "/mappers")
                .getList("name");
    }
}
