package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.deploy.local.Stack;

/** The same objects as an institution needs, made in Keycloak by nothing but the calls that make them. */
final class BareKeycloak {

    private final Calls keycloak;
    private final JsonNode administrator;
    private final JsonNode rosterReader;
    private final JsonNode portal;

    BareKeycloak(Stack stack) {
        keycloak = new Calls(
                stack.running()
                        .keycloak()
                        .resolve("/admin/realms/mentoring-commons")
                        .toString(),
                () -> Calls.clientToken(
                        stack.running().keycloak(),
                        "provisioning",
                        stack.secrets().password("client.provisioning")));
        administrator = keycloak.json("GET", "/roles/institution-admin", null);
        rosterReader = keycloak.json("GET", "/roles/roster-reader", null);
        portal = keycloak.json("GET", "/roles/portal", null);
    }

    /** Nanoseconds for an account with its password, an organization, two clients, and three members with their roles. */
    long provision(int number) {
        String name = "bare-" + number;
        long begin = System.nanoTime();
        String person = keycloak.made(
                "/users",
                Map.of(
                        "username",
                        "admin." + name,
                        "email",
                        "admin." + name + "@people.example",
                        "firstName",
                        "Bench",
                        "lastName",
                        "Mark",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", "five-dry-stones-" + number, "temporary", false))));
        String organization = keycloak.made(
                "/organizations",
                Map.of(
                        "name",
                        "Bare " + number,
                        "alias",
                        name,
                        "enabled",
                        true,
                        "domains",
                        List.of(Map.of("name", name + ".example", "verified", false))));
        member(organization, person, administrator);
        member(organization, machine("survey-service-" + name, number), rosterReader);
        member(organization, machine("portal-" + name, number), portal);
        return System.nanoTime() - begin;
    }

    /** The account of a new client that speaks for itself. */
    private String machine(String name, int number) {
        String client = keycloak.made(
                "/clients",
                Map.of(
                        "clientId", name,
                        "secret", "dry-stones-in-the-river-" + number,
                        "serviceAccountsEnabled", true,
                        "publicClient", false,
                        "standardFlowEnabled", false));
        return keycloak.json("GET", "/clients/" + client + "/service-account-user", null)
                .get("id")
                .asText();
    }

    private void member(String organization, String subject, JsonNode role) {
        String path = "/organizations/" + organization;
        keycloak.send("POST", path + "/members", '"' + subject + '"');
        String group = keycloak.json(
                        "POST",
                        path + "/groups",
                        Map.of("name", role.get("name").asText()))
                .get("id")
                .asText();
        keycloak.send("POST", path + "/groups/" + group + "/role-mappings/realm", List.of(role));
        keycloak.send("PUT", path + "/groups/" + group + "/members/" + subject, null);
    }
}
