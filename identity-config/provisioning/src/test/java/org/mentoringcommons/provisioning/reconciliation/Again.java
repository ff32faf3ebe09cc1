package org.mentoringcommons.provisioning.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;

/** A round of the schedule, when a test says so. */
@ApplicationScoped
public class Again {

    private final Reconciler reconciler;

    Again(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    public void settle() {
        reconciler.settleEverything();
    }
}
