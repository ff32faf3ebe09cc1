package org.mentoringcommons.provisioning.institution;

import java.util.List;
import java.util.Map;

/** Something that belongs to an institution's organization and is settled with it. */
public interface OrganizationPart {

    /** Aliases of institutions where something of this part is not known to be so in Keycloak. */
    List<String> unsettledInstitutions();

    /**
     * Does first what a new institution cannot do without, before anything else of it is made.
     *
     * @throws org.mentoringcommons.provisioning.keycloak.Refused if that cannot be had; the institution is then
     *     abandoned, and nothing of it is in Keycloak
     */
    default void found(String institution) {}

    /** Domains that an institution cannot do without at present, with the reason to tell. */
    default Map<String, String> domainsNeeded(String institution) {
        return Map.of();
    }

    /** Makes it so, within the transaction and the lock that settle the institution. */
    void settle(String institution, String organization);
}
