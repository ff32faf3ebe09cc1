package org.mentoringcommons.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a realm that an earlier release has imported to what this one ships: what is missing is made, what is set
 * otherwise is set. Whatever else there is, people, institutions, portals, stays as it is, and nothing is removed.
 */
final class RealmUpdate {
    private static final Pattern OPEN = Pattern.compile("\\$\\{(\\w+)(?::([^}]*))?}");
    private static final List<String> SCOPES = List.of("defaultClientScopes", "optionalClientScopes");

    private final RealmCalls realm;
    private final JsonNode shipped;
    private final Map<String, String> environment;

    /**
     * @param shipped a realm as Keycloak imports it
     * @param environment values of what it leaves open
     */
    RealmUpdate(RealmCalls realm, JsonNode shipped, Map<String, String> environment) {
        this.realm = realm;
        this.shipped = shipped;
        this.environment = environment;
    }

    /** Doing it again changes nothing. */
    void apply() {
        set("", realm.get(""), shipped);
        policies("profiles", "clientProfiles");
        policies("policies", "clientPolicies");
        Map<String, JsonNode> roles = byName(realm.get("/roles?max=1000"));
        for (JsonNode role : shipped.at("/roles/realm")) {
            if (!roles.containsKey(name(role))) {
                realm.create("/roles", role);
            }
        }
        Map<String, JsonNode> scopes = byName(realm.get("/client-scopes"));
        shipped.path("clientScopes").forEach(scope -> scope(scope, scopes.get(name(scope))));
        shipped.path("clients").forEach(this::client);
        shipped.path("users").forEach(this::serviceAccount);
    }

    /** Single values; what holds more is dealt with apart. */
    private void set(String path, JsonNode found, JsonNode wanted) {
        ObjectNode change = RealmCalls.object();
        wanted.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode() && !isOpen(value) && !covers(found.path(field.getKey()), value)) {
                change.set(field.getKey(), value);
            }
        });
        if (!change.isEmpty()) {
            realm.put(path, path.isEmpty() ? change : ((ObjectNode) found.deepCopy()).setAll(change));
        }
    }

    private void policies(String kind, String shippedAs) {
        String path = "/client-policies/" + kind;
        Map<String, JsonNode> all = byName(realm.get(path).path(kind));
        boolean complete = true;
        for (JsonNode wanted : shipped.path(shippedAs).path(kind)) {
            complete &= covers(all.getOrDefault(name(wanted), RealmCalls.object()), wanted);
            all.put(name(wanted), wanted);
        }
        if (!complete) {
            realm.put(path, RealmCalls.object().set(kind, Web.JSON.valueToTree(all.values())));
        }
    }

    private void scope(JsonNode wanted, JsonNode found) {
        if (found == null) {
            realm.create("/client-scopes", wanted);
            return;
        }
        String path = "/client-scopes/" + found.get("id").asText();
        if (!covers(found.path("attributes"), wanted.path("attributes"))) {
            realm.put(path, ((ObjectNode) found.deepCopy()).set("attributes", wanted.path("attributes")));
        }
        Map<String, JsonNode> mappers = byName(found.path("protocolMappers"));
        for (JsonNode mapper : wanted.path("protocolMappers")) {
            JsonNode present = mappers.get(name(mapper));
            if (present == null) {
                realm.create(path + "/protocol-mappers/models", mapper);
            } else if (!covers(present, mapper)) {
                String id = present.get("id").asText();
                realm.put(path + "/protocol-mappers/models/" + id, ((ObjectNode) mapper.deepCopy()).put("id", id));
            }
        }
    }

    private void client(JsonNode wanted) {
        JsonNode found = found(wanted.get("clientId").asText());
        if (found.isMissingNode()) {
            realm.create("/clients", closed(wanted));
            return;
        }
        String path = "/clients/" + found.get("id").asText();
        set(path, found, wanted);
        for (String kind : SCOPES) {
            Set<String> present = new HashSet<>();
            found.path(kind).forEach(scope -> present.add(scope.asText()));
            for (JsonNode scope : wanted.path(kind)) {
                if (!present.contains(scope.asText())) {
                    String id = byName(realm.get("/client-scopes"))
                            .get(scope.asText())
                            .get("id")
                            .asText();
                    realm.put(path + (kind.equals(SCOPES.get(0)) ? "/default" : "/optional") + "-client-scopes/" + id);
                }
            }
        }
    }

    private void serviceAccount(JsonNode wanted) {
        String client =
                found(wanted.path("serviceAccountClientId").asText()).path("id").asText();
        if (client.isEmpty()) {
            return; // a person: those are the registry's
        }
        String account = realm.get("/clients/" + client + "/service-account-user")
                .get("id")
                .asText();
        wanted.path("clientRoles").properties().forEach(entry -> {
            String owner = found(entry.getKey()).get("id").asText();
            String path = "/users/" + account + "/role-mappings/clients/" + owner;
            Set<String> held = byName(realm.get(path)).keySet();
            ArrayNode missing = Web.JSON.createArrayNode();
            for (JsonNode role : entry.getValue()) {
                if (!held.contains(role.asText())) {
                    missing.add(realm.get("/clients/" + owner + "/roles/" + role.asText()));
                }
            }
            if (!missing.isEmpty()) {
                realm.add(path, missing);
            }
        });
    }

    private JsonNode found(String clientId) {
        return clientId.isEmpty() ? Web.JSON.missingNode() : realm.one("/clients?clientId=" + Web.encoded(clientId));
    }

    private static Map<String, JsonNode> byName(JsonNode things) {
        Map<String, JsonNode> byName = new HashMap<>();
        things.forEach(thing -> byName.put(name(thing), thing));
        return byName;
    }

    private static String name(JsonNode thing) {
        return thing.get("name").asText();
    }

    /** Whether everything that is wanted is found so, whatever else is. */
    private static boolean covers(JsonNode found, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.properties().stream().allMatch(field -> covers(found.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray()) {
            boolean all = found.size() == wanted.size();
            for (int i = 0; all && i < wanted.size(); i++) {
                all = covers(found.get(i), wanted.get(i));
            }
            return all;
        }
        return isOpen(wanted) || found.asText().equals(wanted.asText());
    }

    private static boolean isOpen(JsonNode value) {
        return value.isTextual() && OPEN.matcher(value.asText()).find();
    }

    /** With the environment's values in the gaps, as Keycloak fills them at an import. */
    private JsonNode closed(JsonNode wanted) {
        if (wanted.isTextual()) {
            Matcher gap = OPEN.matcher(wanted.asText());
            return TextNode.valueOf(gap.replaceAll(found -> Matcher.quoteReplacement(
                    environment.getOrDefault(found.group(1), found.group(2) == null ? "" : found.group(2)))));
        }
        if (wanted.isArray()) {
            ArrayNode all = Web.JSON.createArrayNode();
            wanted.forEach(one -> all.add(closed(one)));
            return all;
        }
        if (wanted.isObject()) {
            ObjectNode all = RealmCalls.object();
            wanted.properties().forEach(field -> all.set(field.getKey(), closed(field.getValue())));
            return all;
        }
        return wanted;
    }
}
