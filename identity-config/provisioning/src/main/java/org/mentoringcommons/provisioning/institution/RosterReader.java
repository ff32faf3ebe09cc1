package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.provisioning.keycloak.Clients;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.person.PasswordSeal;
import org.mentoringcommons.tenancy.Roles;

/**
 * survey-service, which reads rosters at every institution until that is retired. It has an account for each: one account
 * in all organizations would be slow, because Keycloak walks through all of an account's organizations whenever it loads
 * it. All sign in with survey-service's one secret; when that is changed in Keycloak, a round of the schedule notices and
 * gives it to all of them.
 */
@ApplicationScoped
class RosterReader implements OrganizationPart, ExpectedMembers {

    private static final String SURVEY_SERVICE = "survey-service";
    private static final String ACCOUNT = "service-account-";

    private final Institutions institutions;
    private final Clients clients;
    private final Organizations organizations;
    private final PasswordSeal seal;

    /** A fingerprint of the secret that Keycloak had when it was last looked at; null before that. */
    private volatile String seen;

    RosterReader(Institutions institutions, Clients clients, Organizations organizations, PasswordSeal seal) {
        this.institutions = institutions;
        this.clients = clients;
        this.organizations = organizations;
        this.seal = seal;
    }

    @Override
    public List<String> unsettledInstitutions() {
        try {
            return institutions.withoutRosterReader(fingerprint(secret()));
        } catch (RuntimeException failure) {
            if (KeycloakAway.isWhy(failure)) {
                return List.of(); // nothing could be done about it now
            }
            throw failure;
        }
    }

    @Override
    public void settle(String alias, String organization) {
        Institution institution = institutions.findById(alias);
        if (institution.isRetired()) {
            if (institution.mayHaveRosterReader()) {
                clients.remove(client(alias));
                institutions.rosterReader(alias, Institution.LET_GO);
            }
        } else if (institution.needsRosterReader(seen)) {
            String secret = secret();
            String subject = clients.make(client(alias), "Rosters of " + alias, secret);
            organizations.join(organization, subject, Set.of(Roles.ROSTER_READER));
            if (!institution.isRequested()) {
                dismissPredecessor(organization);
            }
            institutions.rosterReader(alias, fingerprint(secret));
        }
    }

    @Override
    public Map<String, Set<String>> of(String institution) {
        return institutions.findById(institution).isRetired()
                ? Map.of()
                : Map.of(ACCOUNT + client(institution), Set.of(Roles.ROSTER_READER));
    }

    /** An earlier release of ours had made survey-service's one account a member everywhere. */
    private void dismissPredecessor(String organization) {
        clients.serviceAccountOf(SURVEY_SERVICE)
                .ifPresent(account -> organizations.leave(organization, account, false));
    }

    private String secret() {
        return clients.secretOf(SURVEY_SERVICE)
                .orElseThrow(() -> new IllegalStateException("the realm has no client survey-service"));
    }

    private String fingerprint(String secret) {
        seen = seal.fingerprint(SURVEY_SERVICE, secret);
        return seen;
    }

    private static String client(String institution) {
        return SURVEY_SERVICE + "-" + institution;
    }
}
