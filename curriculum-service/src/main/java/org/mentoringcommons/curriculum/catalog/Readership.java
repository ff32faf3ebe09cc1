package org.mentoringcommons.curriculum.catalog;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.mentoringcommons.curriculum.content.Edition;
import org.mentoringcommons.tenancy.Roles;

/** Which edition the caller may read: their role decides, not what they ask for. */
@RequestScoped
public class Readership {

    private static final Set<String> FACILITATING =
            Set.of(Roles.FACILITATOR, Roles.INSTITUTION_ADMIN, Roles.PORTAL, Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN);

    private final SecurityIdentity identity;

    Readership(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @param asked an edition, or null for the fullest one the caller may read
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the edition is not for the caller
     */
    public Edition edition(Edition asked) {
        boolean facilitates = FACILITATING.stream().anyMatch(identity::hasRole);
        if (asked == Edition.FACILITATORS && !facilitates) {
            throw CatalogProblem.forFacilitatorsOnly();
        }
        return asked != null ? asked : facilitates ? Edition.FACILITATORS : Edition.PARTICIPANTS;
    }

    /** Whether drafts exist for the caller. */
    public boolean seesDrafts() {
        return identity.hasRole(Roles.PLATFORM_OPERATOR);
    }
}
