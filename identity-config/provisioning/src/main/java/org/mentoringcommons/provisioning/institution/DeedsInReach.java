package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.mentoringcommons.audit.AuditReach;
import org.mentoringcommons.provisioning.reach.Reach;

/** Of the deeds in the registry, one reads what one reaches: all, those under the own hub, those about the own institution. */
@ApplicationScoped
class DeedsInReach implements AuditReach {

    private final Reach reach;
    private final EntityManager registry;

    DeedsInReach(Reach reach, EntityManager registry) {
        this.reach = reach;
        this.registry = registry;
    }

    @Override
    public Scope scope() {
        if (reach.isUnlimited()) {
            return Scope.ofThePlatform();
        }
        String hub = reach.hub().orElse(null);
        String alias = reach.organization().flatMap(this::alias).orElse(null);
        if (hub == null && alias == null) {
            throw Reach.hubNotFound();
        }
        return Scope.ofHubOrInstitution(hub, alias);
    }

    private Optional<String> alias(String organization) {
        return registry.createQuery("select i.alias from Institution i where i.organization = ?1", String.class)
                .setParameter(1, organization)
                .getResultStream()
                .findFirst();
    }
}
