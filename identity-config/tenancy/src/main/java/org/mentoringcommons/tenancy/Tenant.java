package org.mentoringcommons.tenancy;

import java.util.regex.Pattern;

/**
 * An institution, as every service knows it: the id of its Keycloak organization.
 *
 * @param id the organization id, a lower-case UUID; the database's {@code tenant_id} domain holds the same form
 */
public record Tenant(String id) {

    private static final Pattern ORGANIZATION_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * @throws IllegalArgumentException if {@code id} is not an organization id
     */
    public Tenant {
        if (id == null || !ORGANIZATION_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an organization id");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
