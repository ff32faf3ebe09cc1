package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * What this machine's realm has and the shipped one has not: a client that takes a user name and a password, for
 * {@code deploy/token}, and the first person, who may invite all others.
 */
final class RealmAdministration {
    static final String ADMIN = "admin";
    static final String DEMO_CLIENT = "demo";
    static final String OPERATOR = "operator";
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final URI keycloak;
    private final Secrets secrets;

    RealmAdministration(URI keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /**
     * Makes what is missing; repeating it changes nothing.
     *
     * @param smtp port of the mail sink, which another start may have chosen anew since the realm was imported
     */
    void prepare(int smtp) {
        String token = Tokens.of(Web.form(
                keycloak.resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        ADMIN,
                        "password",
                        secrets.password("keycloak.admin"))));
        if (one(token, "/clients?clientId=" + DEMO_CLIENT).isMissingNode()) {
            create(token, "/clients", demoClient());
        }
        if (one(token, "/users?exact=true&username=" + OPERATOR).isMissingNode()) {
            create(token, "/users", operator());
        }
        sendMailTo(token, smtp);
        // apart from the user's creation: a crash between the two is repaired by the next start
        String id =
                one(token, "/users?exact=true&username=" + OPERATOR).get("id").asText();
        ArrayNode roles = Web.JSON.createArrayNode().add(get(token, "/roles/platform-operator"));
        expect(NO_CONTENT, Web.send(Web.post(address("/users/" + id + "/role-mappings/realm"), token, roles)));
    }

    private void sendMailTo(String token, int smtp) {
        ObjectNode server = get(token, "").path("smtpServer").deepCopy();
        server.put("port", Integer.toString(smtp));
        ObjectNode change = Web.JSON.createObjectNode();
        change.set("smtpServer", server);
        expect(NO_CONTENT, Web.send(Web.put(address(""), token, change)));
    }

    private ObjectNode demoClient() {
        ObjectNode client = Web.JSON.createObjectNode();
        client.put("clientId", DEMO_CLIENT);
        client.put("description", "Only on this machine: tokens for a user name and a password");
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("secret", secrets.password("client." + DEMO_CLIENT));
        client.put("standardFlowEnabled", false);
        client.put("directAccessGrantsEnabled", true);
        client.set(
                "defaultClientScopes", Web.JSON.valueToTree(List.of("basic", "profile", "roles", "mentoring-commons")));
        client.set("optionalClientScopes", Web.JSON.valueToTree(List.of("organization")));
        return client;
    }

    private ObjectNode operator() {
        ObjectNode user = Web.JSON.createObjectNode();
        user.put("username", OPERATOR);
        user.put("enabled", true);
        // all four, or Keycloak holds the account for unfinished and refuses the login
        user.put("email", "operator@mentoring-commons.example");
        user.put("emailVerified", true);
        user.put("firstName", "Platform");
        user.put("lastName", "Operator");
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", secrets.password("user." + OPERATOR))
                .put("temporary", false);
        return user;
    }

    private void create(String token, String path, JsonNode body) {
        expect(CREATED, Web.send(Web.post(address(path), token, body)));
    }

    private JsonNode one(String token, String path) {
        return get(token, path).path(0);
    }

    private JsonNode get(String token, String path) {
        HttpResponse<String> response = Web.send(Web.get(address(path), token));
        expect(200, response);
        return Web.json(response);
    }

    private URI address(String path) {
        return keycloak.resolve("/admin/realms/" + Keycloak.REALM + path);
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new LaunchFailure("Keycloak answers " + response.statusCode() + " to "
                    + response.request().method() + " " + response.uri() + ": " + response.body());
        }
    }
}
