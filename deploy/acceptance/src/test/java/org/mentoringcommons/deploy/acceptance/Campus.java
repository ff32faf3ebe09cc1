package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An institution's own login: another realm of the same Keycloak, which knows nothing of the exchange's. */
record Campus(String institution, String realm, By by) {

    /** How its people are vouched for. */
    enum By {
        OPENID_CONNECT,
        SAML,
        /** A fraud, or a campus that is set up badly. */
        SAML_UNSIGNED
    }

    private static final AtomicInteger REALMS = new AtomicInteger();
    private static final String PASSWORD = "of-the-campus-alone";
    private static final String SECRET = "between-campus-and-exchange";
    private static final String MAIL = "urn:oid:0.9.2342.19200300.100.1.3";

    /** A campus that lets the exchange's people sign in. */
    static Campus open(String institution, By by) {
        String realm = "campus-" + REALMS.incrementAndGet() + "-of-" + institution;
        Map<String, Object> client =
                by == By.OPENID_CONNECT ? openIdConnectClient(institution) : samlClient(institution, by == By.SAML);
        master().body(Map.of("realm", realm, "enabled", true, "clients", List.of(client)))
                .post(keycloak() + "/admin/realms")
                .then()
                .statusCode(201);
        return new Campus(institution, realm, by);
    }

    /** Such a campus, and its institution sends people there. */
    static Campus linked(String institution, By by) {
        Campus campus = open(institution, by);
        TheStack.administrator(institution)
                .body(campus.wanted())
                .put("/identity/v1/institutions/" + institution + "/sign-in")
                .then()
                .statusCode(200);
        return campus;
    }

    /** Where it says of itself how it does SAML. */
    String metadata() {
        return issuer() + "/protocol/saml/descriptor";
    }

    private String issuer() {
        return keycloak() + "/realms/" + realm;
    }

    /** What the institution asks for. */
    private Map<String, Object> wanted() {
        String domain = institution + ".example";
        return by == By.OPENID_CONNECT
                ? Map.of(
                        "issuer",
                        issuer(),
                        "clientId",
                        "mentoring-commons",
                        "clientSecret",
                        SECRET,
                        "domain",
                        domain,
                        "newcomers",
                        "participant")
                : Map.of(
                        "saml",
                        Map.of("metadataUrl", metadata(), "emailAttribute", MAIL),
                        "domain",
                        domain,
                        "newcomers",
                        "participant");
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

    private static Map<String, Object> openIdConnectClient(String institution) {
        return Map.of(
                "clientId",
                "mentoring-commons",
                "secret",
                SECRET,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(endpoint(institution)));
    }

    private static Map<String, Object> samlClient(String institution, boolean signs) {
        return Map.of(
                "clientId",
                SignIn.realm(),
                "protocol",
                "saml",
                "redirectUris",
                List.of(endpoint(institution)),
                "attributes",
                Map.of(
                        "saml.server.signature", Boolean.toString(signs),
                        "saml.assertion.signature", "false",
                        "saml.client.signature", "false",
                        "saml.force.post.binding", "true",
                        "saml_name_id_format", "persistent"),
                "protocolMappers",
                List.of(
                        attribute(MAIL, "email"),
                        attribute("urn:oid:2.5.4.42", "firstName"),
                        attribute("urn:oid:2.5.4.4", "lastName")));
    }

    private static Map<String, Object> attribute(String name, String property) {
        return Map.of(
                "name",
                property,
                "protocol",
                "saml",
                "protocolMapper",
                "saml-user-property-mapper",
                "config",
                Map.of("attribute.name", name, "attribute.nameformat", "URI Reference", "user.attribute", property));
    }

    private static String endpoint(String institution) {
        return SignIn.realm() + "/broker/campus-" + institution + "/endpoint";
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
