package org.mentoringcommons.provisioning.reconciliation;

import java.util.List;

/** One kind of thing the registry wants and Keycloak shall have. */
public interface DesiredState {

    /** Sets its keys apart from those of other kinds. */
    String kind();

    /** Keys of what is not known to be so; asked outside any transaction. */
    List<String> unsettled();

    /**
     * Makes Keycloak so, and records that it is. Runs in one transaction and alone for this key, on whichever instance.
     * Steps that are done already change nothing: after a failure the transaction is rolled back, Keycloak is not, and
     * the next run finds there what this one had made.
     */
    void settle(String key);
}
