package org.mentoringcommons.tenancy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token says about institutions: the {@code organization} claim
 * {@code {<alias>: {"id": …, "realm_access": {"roles": […]}}}}. Only {@link One} is an institution to act for; the
 * service never guesses among several.
 */
sealed interface OrganizationClaim {

    /** The token names no institution, or not in the form our realm gives (a bare list of aliases has no ids). */
    record None() implements OrganizationClaim {}

    /** The token names several institutions: the caller must ask for scope {@code organization:<alias>}. */
    record Several() implements OrganizationClaim {}

    /** The token names exactly one institution, with the roles its bearer holds there. */
    record One(String alias, Tenant tenant, Set<String> roles) implements OrganizationClaim {}

    static OrganizationClaim parse(Object claim) {
        if (!(claim instanceof JsonObject organizations) || organizations.isEmpty()) {
            return new None();
        }
        if (organizations.size() > 1) {
            return new Several();
        }
        Map.Entry<String, JsonValue> only = organizations.entrySet().iterator().next();
        if (!(only.getValue() instanceof JsonObject organization)) {
            return new None();
        }
        try {
            return new One(only.getKey(), new Tenant(organization.getString("id", null)), roles(organization));
        } catch (IllegalArgumentException | ClassCastException malformed) {
            return new None();
        }
    }

    private static Set<String> roles(JsonObject organization) {
        JsonObject access = organization.getJsonObject("realm_access");
        if (access == null || access.getJsonArray("roles") == null) {
            return Set.of();
        }
        return access.getJsonArray("roles").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .filter(Roles.OF_AN_INSTITUTION::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
