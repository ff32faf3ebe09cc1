package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.provisioning.keycloak.Clients;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.tenancy.Roles;

/**
 * survey-service, which reads rosters at every institution until that is retired. It has an account for each: one account
 * in all organizations would be slow, because Keycloak walks through all of an account's organizations whenever it loads
 * it. All sign in with survey-service's one secret.
 */
@ApplicationScoped
class RosterReader implements ExpectedMembers {

    private static final String SURVEY_SERVICE = "survey-service";
    private static final String ACCOUNT = "service-account-";

    private final Institutions institutions;
    private final Clients clients;
    private final Organizations organizations;

    RosterReader(Institutions institutions, Clients clients, Organizations organizations) {
        this.institutions = institutions;
        this.clients = clients;
        this.organizations = organizations;
    }

    /** Lets it read rosters in an institution's organization. */
    void admit(String institution, String organization) {
        String secret = clients.secretOf(SURVEY_SERVICE)
                .orElseThrow(() -> new IllegalStateException("the realm has no client survey-service"));
        String subject = clients.make(client(institution), "Rosters of " + institution, secret);
        organizations.join(organization, subject, Set.of(Roles.ROSTER_READER));
    }

    /** Takes its leave for good. */
    void letGo(String institution) {
        clients.remove(client(institution));
    }

    @Override
    public Map<String, Set<String>> of(String institution) {
        return institutions.findById(institution).isRetired()
                ? Map.of()
                : Map.of(ACCOUNT + client(institution), Set.of(Roles.ROSTER_READER));
    }

    private static String client(String institution) {
        return SURVEY_SERVICE + "-" + institution;
    }
}
