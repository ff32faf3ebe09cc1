package org.mentoringcommons.deploy.local;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Access tokens of the people and portals of this state folder, in the name of one institution or of none. */
final class Tokens {

    private static final Duration LAST_SIGN_IN = Duration.ofMillis(200);

    private final URI endpoint;
    private final Secrets secrets;

    Tokens(URI keycloak, Secrets secrets) {
        this.endpoint = keycloak.resolve("/realms/" + Keycloak.REALM + "/protocol/openid-connect/token");
        this.secrets = secrets;
    }

    String ofPerson(String username, Optional<String> institution) {
        Map<String, String> fields = new HashMap<>();
        fields.put("grant_type", "password");
        fields.put("client_id", RealmAdministration.DEMO_CLIENT);
        fields.put("client_secret", secrets.password("client." + RealmAdministration.DEMO_CLIENT));
        fields.put("username", username);
        fields.put("password", known("user." + username));
        institution.ifPresent(alias -> fields.put("scope", "organization:" + alias));
        HttpRequest request = Web.form(endpoint, fields);
        HttpResponse<String> response = Web.send(request);
        // Keycloak lets a person in once at a time, and calls credentials invalid while it is still finishing their
        // last sign-in
        return response.statusCode() == 400 ? of(afterAMoment(request)) : of(response);
    }

    String ofPortal(String clientId, String institution) {
        return of(Web.form(
                endpoint,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        known("client." + clientId),
                        "scope",
                        "organization:" + institution)));
    }

    private static HttpRequest afterAMoment(HttpRequest request) {
        try {
            Thread.sleep(LAST_SIGN_IN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return request;
    }

    static String of(HttpRequest request) {
        return of(Web.send(request));
    }

    private static String of(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new LaunchFailure("Keycloak gives no token: " + response.statusCode() + " " + response.body());
        }
        return Web.json(response).get("access_token").asText();
    }

    private String known(String name) {
        return secrets.find(name)
                .orElseThrow(() -> new LaunchFailure("secrets.json of this state folder has no \"" + name + "\"."));
    }
}
