package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The clients of an institution's own systems: machines that act for it, and pages where its people sign in. */
@ApplicationScoped
public class Clients {

    /** What a portal's token always says, and what it may be asked to say: for which institution it speaks. */
    private static final List<String> ALWAYS =
            List.of("basic", "profile", "roles", "service_account", "mentoring-commons");

    private static final List<String> ON_REQUEST = List.of("organization");
    /** What a person's token says who has signed in on a portal's pages: nothing of what they may on the platform. */
    private static final List<String> ALWAYS_OF_PEOPLE =
            List.of("basic", "profile", "web-origins", "acr", "mentoring-commons");

    private static final List<String> ON_REQUEST_OF_PEOPLE = List.of("organization", "email");

    private final KeycloakAdmin keycloak;

    Clients(@RestClient KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes a confidential client that can do nothing but sign in as itself; one whose secret nobody received gets this.
     *
     * @return the subject of its service account
     */
    public String make(String clientId, String name, String secret) {
        return made(machine(clientId, name, secret, "client-secret", null));
    }

    /**
     * Makes a client that signs in by signing.
     *
     * @param keys its public keys, a JSON Web Key Set
     * @return the subject of its service account
     */
    public String makeSigning(String clientId, String name, String keys) {
        return made(machine(clientId, name, null, "client-jwt", attributes(keys)));
    }

    /**
     * Gives a client its name and, if it signs, its keys.
     *
     * @param keys a JSON Web Key Set, or null for a client with a secret
     * @return the subject of its service account; empty if there is no such client
     */
    public Optional<String> change(String clientId, String name, String keys) {
        return id(clientId).map(id -> {
            keycloak.changeClient(id, new Change(clientId, name).with(keys == null ? null : attributes(keys)))
                    .close();
            return keycloak.serviceAccount(id).id();
        });
    }

    /** Makes or changes a client without a secret, whose pages send people here to sign in and get them back. */
    public void putBrowser(String clientId, String name, Collection<String> redirectUris) {
        Representations.Client wanted = browser(clientId, name, List.copyOf(redirectUris));
        Optional<String> known = id(clientId);
        if (known.isPresent()) {
            keycloak.changeClient(known.get(), wanted).close();
        } else {
            keycloak.makeClient(wanted).close();
        }
    }

    /** Removes a client, its service account and thereby its memberships. */
    public void remove(String clientId) {
        id(clientId).ifPresent(id -> {
            try {
                keycloak.removeClient(id).close();
            } catch (Unknown gone) {
                return; // as wanted
            }
        });
    }

    /** The secret a client signs in with. */
    public Optional<String> secretOf(String clientId) {
        return keycloak.clients(clientId).stream()
                .map(Representations.Client::secret)
                .findFirst();
    }

    /** The subject of a client's service account; empty if there is no such client, or it has none. */
    public Optional<String> serviceAccountOf(String clientId) {
        try {
            return id(clientId).map(id -> keycloak.serviceAccount(id).id());
        } catch (Unknown none) {
            return Optional.empty();
        }
    }

    private Optional<String> id(String clientId) {
        return keycloak.clients(clientId).stream()
                .map(Representations.Client::id)
                .findFirst();
    }

    private String made(Representations.Client client) {
        String id;
        try {
            id = Made.id(keycloak.makeClient(client));
        } catch (Taken present) {
            id = id(client.clientId()).orElseThrow();
            keycloak.changeClient(id, client).close();
        }
        return keycloak.serviceAccount(id).id();
    }

    private static Map<String, String> attributes(String keys) {
        return Map.of("use.jwks.string", "true", "use.jwks.url", "false", "jwks.string", keys);
    }

    private static Representations.Client machine(
            String clientId, String name, String secret, String authenticator, Map<String, String> attributes) {
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
                authenticator,
                true,
                null,
                null,
                attributes,
                ALWAYS,
                ON_REQUEST);
    }

    private static Representations.Client browser(String clientId, String name, List<String> redirectUris) {
        List<String> origins = redirectUris.stream().map(Origin::of).distinct().toList();
        return new Representations.Client(
                null,
                clientId,
                name,
                null,
                "openid-connect",
                true,
                true,
                false,
                true,
                false,
                false,
                null,
                true,
                redirectUris,
                origins,
                // "+": after signing out, back to the same addresses as after signing in
                Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", "+"),
                ALWAYS_OF_PEOPLE,
                ON_REQUEST_OF_PEOPLE);
    }

    /** What is said of a client changes that; Keycloak leaves what is not said as it is. */
    private record Change(String clientId, String name) {
        Representations.Client with(Map<String, String> attributes) {
            return new Representations.Client(
                    null,
                    clientId,
                    name,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    attributes,
                    null,
                    null);
        }
    }
}
