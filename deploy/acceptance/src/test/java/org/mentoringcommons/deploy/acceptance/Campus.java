package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** An institution's own login: another realm of the same Keycloak, which knows nothing of the exchange's. */
record Campus(String institution, String realm) {

    private static final String PASSWORD = "of-the-campus-alone";
    private static final String SECRET = "between-campus-and-exchange";

    static Campus open(String institution) {
        String realm = "campus-of-" + institution;
        master().body(Map.of(
                        "realm",
                        realm,
                        "enabled",
                        true,
                        "clients",
                        List.of(Map.of(
                                "clientId",
                                "mentoring-commons",
                                "secret",
                                SECRET,
                                "standardFlowEnabled",
                                true,
                                "redirectUris",
                                List.of(SignIn.realm() + "/broker/campus-" + institution + "/endpoint")))))
                .post(keycloak() + "/admin/realms")
                .then()
                .statusCode(201);
        return new Campus(institution, realm);
    }

    /** What the institution asks for. */
    Map<String, Object> wanted(String newcomers) {
        return Map.of(
                "issuer",
                keycloak() + "/realms/" + realm,
                "clientId",
                "mentoring-commons",
                "clientSecret",
                SECRET,
                "domain",
                institution + ".example",
                "newcomers",
                newcomers);
    }

    /** Somebody of the campus, with an address of its domain. */
    String person(String username) {
        return person(username, username + "@" + institution + ".example");
    }

    String person(String username, String email) {
        master().body(Map.of(
                        "username",
                        username,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Campus",
                        "lastName",
                        "Person",
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))))
                .post(keycloak() + "/admin/realms/" + realm + "/users")
                .then()
                .statusCode(201);
        return email;
    }

    void signIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    private static RequestSpecification master() {
        String token = given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        TheStack.stack().secrets().password("keycloak.admin")))
                .post(keycloak() + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String keycloak() {
        return TheStack.running().keycloak().toString();
    }
}
