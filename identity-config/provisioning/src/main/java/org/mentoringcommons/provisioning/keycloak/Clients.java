package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Machine clients that act for an institution. */
@ApplicationScoped
public class Clients {

    /** What a portal's token always says, and what it may be asked to say: for which institution it speaks. */
    private static final List<String> ALWAYS =
            List.of("basic", "profile", "roles", "service_account", "mentoring-commons");

    private static final List<String> ON_REQUEST = List.of("organization");

    private final KeycloakAdmin keycloak;

    Clients(@RestClient KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes a confidential client that can do nothing but sign in as itself; one that is there gets this secret.
     *
     * @return the subject of its service account
     */
    public String make(String clientId, String name, String secret) {
        String id;
        try {
            id = Made.id(keycloak.makeClient(client(clientId, name, secret)));
        } catch (Taken present) {
            id = keycloak.clients(clientId).get(0).id();
            keycloak.changeClient(id, client(clientId, name, secret)).close();
        }
        return keycloak.serviceAccount(id).id();
    }

    private static Representations.Client client(String clientId, String name, String secret) {
        return new Representations.Client(
                null,
                clientId,
                name,
                secret,
                "openid-connect",
                true,
                false,
                true,
                false,
                false,
                false,
                "client-secret",
                true,
                ALWAYS,
                ON_REQUEST);
    }

    /** Removes a client, its service account and thereby its memberships. */
    public void remove(String clientId) {
        keycloak.clients(clientId)
                .forEach(client -> keycloak.removeClient(client.id()).close());
    }
}
