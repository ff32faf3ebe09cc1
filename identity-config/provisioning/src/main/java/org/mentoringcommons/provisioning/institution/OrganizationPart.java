package org.mentoringcommons.provisioning.institution;

import java.util.List;

/** Something that belongs to an institution's organization and is settled with it. */
public interface OrganizationPart {

    /** Aliases of institutions where something of this part is not known to be so in Keycloak. */
    List<String> unsettledInstitutions();

    /** Makes it so, within the transaction and the lock that settle the institution. */
    void settle(String institution, String organization);
}
