package org.mentoringcommons.audit;

import org.mentoringcommons.tenancy.Tenant;

/**
 * Which deeds the caller may read. Services whose tables have tenants need none of their own: an institution's
 * administrator reads the institution's deeds, a platform operator the platform's. The registry brings its own bean.
 */
public interface AuditReach {

    /**
     * What the caller reads.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if the caller reads nothing here
     */
    Scope scope();

    /**
     * What can be read: the deeds of one tenant; or, without one, those of the platform, all of them if neither hub nor
     * institution is given, else those of the hub and those about the institution.
     */
    record Scope(Tenant tenant, String hub, String institution) {

        /** What belongs to this institution. */
        public static Scope ofTenant(Tenant tenant) {
            return new Scope(tenant, null, null);
        }

        /** All that belongs to no institution. */
        public static Scope ofThePlatform() {
            return new Scope(null, null, null);
        }

        /** Of what belongs to no tenant: what this hub is responsible for, and what is about this institution. */
        public static Scope ofHubOrInstitution(String hub, String alias) {
            if (hub == null && alias == null) {
                throw new IllegalArgumentException("neither a hub nor an institution: that would be everything");
            }
            return new Scope(null, hub, alias);
        }
    }
}
