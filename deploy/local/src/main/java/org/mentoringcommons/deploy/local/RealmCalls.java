package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** The administration interface of our realm, by the administrator of this machine's Keycloak. */
final class RealmCalls {
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final URI realm;
    private final String token;

    RealmCalls(URI keycloak, String administrator, String password) {
        realm = keycloak.resolve("/admin/realms/" + Keycloak.REALM);
        token = Tokens.of(Web.form(
                keycloak.resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        administrator,
                        "password",
                        password)));
    }

    JsonNode get(String path) {
        HttpResponse<String> response = Web.send(Web.get(address(path), token));
        expect(200, response);
        return Web.json(response);
    }

    /** The first of what is found, or a missing node. */
    JsonNode one(String path) {
        return get(path).path(0);
    }

    void create(String path, JsonNode body) {
        expect(CREATED, Web.send(Web.post(address(path), token, body)));
    }

    void add(String path, JsonNode body) {
        expect(NO_CONTENT, Web.send(Web.post(address(path), token, body)));
    }

    void put(String path, JsonNode body) {
        HttpResponse<String> response = Web.send(Web.put(address(path), token, body));
        expect(response.statusCode() == 200 ? 200 : NO_CONTENT, response);
    }

    void put(String path) {
        put(path, Web.JSON.createObjectNode());
    }

    static ObjectNode object() {
        return Web.JSON.createObjectNode();
    }

    private URI address(String path) {
        return URI.create(realm + path);
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new LaunchFailure("Keycloak answers " + response.statusCode() + " to "
                    + response.request().method() + " " + response.uri() + ": " + response.body());
        }
    }
}
