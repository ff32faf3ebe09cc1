package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.deploy.acceptance.Stranger.Place;
import org.mentoringcommons.deploy.local.Service;

/** Everybody who plays a part in the matrix, with real tokens of the realm, each made once. */
final class Cast {

    private static final List<String> OF_PEOPLE =
            List.of("institution-admin", "facilitator", "evaluator", "participant");
    private static final String SUSPENDED = "suspended-college";

    private final String ours;
    private final String foreign;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final Map<String, String> byRole = new HashMap<>();
    private final List<Stranger> strangers = new ArrayList<>();

    Cast(String ours, String foreign) {
        this.ours = ours;
        this.foreign = foreign;
    }

    List<Stranger> strangers() {
        return strangers;
    }

    /** The token of somebody here, or on the platform, who holds this role. */
    Optional<String> entitled(String role) {
        return Optional.ofNullable(byRole.get(role));
    }

    void assemble(String otherHub) {
        String both = person("both", OF_PEOPLE, ours, foreign);
        String elsewhere = person("elsewhere", OF_PEOPLE, foreign);
        String suspended = suspendedMember();
        strangers.add(new Stranger("no token", Place.NOWHERE, null, Set.of()));
        strangers.add(new Stranger("expired", Place.NOWHERE, expired(), Set.of()));
        strangers.add(
                new Stranger("other institution", Place.ELSEWHERE, token(elsewhere, foreign), Set.copyOf(OF_PEOPLE)));
        strangers.add(new Stranger("portal of another", Place.ELSEWHERE, portal(foreign), Set.of("portal")));
        strangers.add(new Stranger(
                "token of two",
                Place.BOTH,
                TheStack.running().token(both, Optional.of(ours + " organization:" + foreign)),
                Set.copyOf(OF_PEOPLE)));
        strangers.add(new Stranger("suspended", Place.SUSPENDED, suspended, Set.copyOf(OF_PEOPLE)));
        for (String role : OF_PEOPLE) {
            here(role, token(person("only-" + role, List.of(role), ours), ours));
        }
        here("portal", portal(ours));
        here("roster-reader", rosterReader());
        here("analyst", TheStack.running().token("analyst", Optional.empty()));
        here("platform-operator", TheStack.running().token(TheStack.running().operator(), Optional.empty()));
        String otherAdministrator = TheStack.running().token("admin." + otherHub, Optional.empty());
        strangers.add(new Stranger("hub-admin of another", Place.HERE, otherAdministrator, Set.of("hub-admin")));
    }

    private void here(String role, String token) {
        byRole.put(role, token);
        strangers.add(new Stranger(role, Place.HERE, token, Set.of(role)));
    }

    private String person(String name, List<String> roles, String... institutions) {
        String username = name + "." + run;
        for (String institution : institutions) {
            TheStack.asOperator(Service.IDENTITY)
                    .contentType("application/json")
                    .body(member(username, roles))
                    .post("/identity/v1/institutions/" + institution + "/members")
                    .then()
                    .statusCode(201);
        }
        return username;
    }

    private static Map<String, Object> member(String username, List<String> roles) {
        Map<String, Object> member = account(username);
        member.put("roles", roles);
        return member;
    }

    private static Map<String, Object> account(String username) {
        return new HashMap<>(Map.of(
                "username",
                username,
                "email",
                username + "@people.example",
                "firstName",
                "Matrix",
                "lastName",
                "Stranger",
                "password",
                TheStack.running().password(username)));
    }

    private static String token(String username, String institution) {
        return TheStack.running().token(username, Optional.of(institution));
    }

    private static String portal(String institution) {
        return TheStack.running()
                .portalToken(
                        TheStack.demonstrated()
                                .portals()
                                .get("portal-" + institution)
                                .clientId(),
                        institution);
    }

    /** Survey-service's own account, in the name of the institution. */
    private String rosterReader() {
        return given().formParams(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "survey-service-" + ours,
                        "client_secret",
                        TheStack.stack().secrets().password("client.survey-service"),
                        "scope",
                        "organization:" + ours))
                .post(TheStack.running().keycloak() + "/realms/mentoring-commons/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A member of an institution that is suspended after the token was issued. */
    private String suspendedMember() {
        String alias = SUSPENDED + "-" + run;
        TheStack.asOperator(Service.IDENTITY)
                .contentType("application/json")
                .body(Map.of(
                        "alias",
                        alias,
                        "name",
                        "Suspended College",
                        "hub",
                        "hub-1",
                        "kind",
                        "institution",
                        "timeZone",
                        "UTC",
                        "administrator",
                        account("admin." + alias)))
                .post("/identity/v1/institutions")
                .then()
                .statusCode(201);
        String token = token(person("suspended", OF_PEOPLE, alias), alias);
        TheStack.asOperator(Service.IDENTITY)
                .contentType("application/json")
                .body(Map.of("reason", "to be refused"))
                .put("/identity/v1/institutions/" + alias + "/suspension")
                .then()
                .statusCode(200);
        for (Service service : Service.values()) {
            Eventually.assertThat(
                    () -> given().baseUri(TheStack.stack().url(service).toString())
                            .auth()
                            .oauth2(token)
                            .get("/" + service.title() + "/v1/audit")
                            .then()
                            .statusCode(403));
        }
        return token;
    }

    /** Of the realm's own keys and in all else good, from a client whose tokens live a second. */
    private String expired() {
        String realm = TheStack.running().keycloak() + "/admin/realms/mentoring-commons";
        String administrator = given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        TheStack.stack().secrets().password("keycloak.admin")))
                .post(TheStack.running().keycloak() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        String client = "short-lived-" + run;
        given().auth()
                .oauth2(administrator)
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        client,
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "secret",
                        client,
                        "standardFlowEnabled",
                        false,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", "1"),
                        "defaultClientScopes",
                        List.of("basic", "profile", "roles", "mentoring-commons"),
                        "optionalClientScopes",
                        List.of("organization")))
                .post(realm + "/clients")
                .then()
                .statusCode(201);
        String username = person("late", OF_PEOPLE, ours);
        String token = given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "client_secret",
                        client,
                        "username",
                        username,
                        "password",
                        TheStack.running().password(username),
                        "scope",
                        "organization:" + ours))
                .post(TheStack.running().keycloak() + "/realms/mentoring-commons/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        Eventually.assertThat(() -> given().auth()
                .oauth2(token)
                .get(TheStack.stack().url(Service.CURRICULUM) + "/curriculum/v1/curricula")
                .then()
                .statusCode(401));
        return token;
    }
}
