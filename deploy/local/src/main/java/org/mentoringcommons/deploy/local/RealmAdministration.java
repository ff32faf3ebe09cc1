package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
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

    private final URI keycloak;
    private final Secrets secrets;

    RealmAdministration(URI keycloak, Secrets secrets) {
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /**
     * Makes what is missing; repeating it changes nothing.
     *
     * @param shipped the realm as this release has it: Keycloak imports it only where there is none yet
     * @param environment values of what it leaves open
     * @param smtp port of the mail sink, which another start may have chosen anew since the realm was imported
     */
    void prepare(JsonNode shipped, Map<String, String> environment, int smtp) {
        RealmCalls realm = new RealmCalls(keycloak, ADMIN, secrets.password("keycloak.admin"));
        new RealmUpdate(realm, shipped, environment).apply();
        if (realm.one("/clients?clientId=" + DEMO_CLIENT).isMissingNode()) {
            realm.create("/clients", demoClient());
        }
        if (realm.one("/users?exact=true&username=" + OPERATOR).isMissingNode()) {
            realm.create("/users", operator());
        }
        sendMailTo(realm, smtp);
        // apart from the user's creation: a crash between the two is repaired by the next start
        String id =
                realm.one("/users?exact=true&username=" + OPERATOR).get("id").asText();
        realm.add(
                "/users/" + id + "/role-mappings/realm",
                Web.JSON.createArrayNode().add(realm.get("/roles/platform-operator")));
    }

    private static void sendMailTo(RealmCalls realm, int smtp) {
        ObjectNode server = realm.get("").path("smtpServer").deepCopy();
        server.put("port", Integer.toString(smtp));
        ObjectNode change = Web.JSON.createObjectNode();
        change.set("smtpServer", server);
        realm.put("", change);
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
}
