package org.mentoringcommons.provisioning.institution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.tenancy.Roles;

/** survey-service, which reads rosters at every institution until that is retired. */
@ApplicationScoped
class RosterReader implements ExpectedMembers {

    /** User name of its account. */
    static final String SURVEY_SERVICE = "service-account-survey-service";

    private final Institutions institutions;

    RosterReader(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public Map<String, Set<String>> of(String institution) {
        return institutions.findById(institution).isRetired()
                ? Map.of()
                : Map.of(SURVEY_SERVICE, Set.of(Roles.ROSTER_READER));
    }
}
