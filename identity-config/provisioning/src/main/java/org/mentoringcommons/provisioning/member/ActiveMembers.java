package org.mentoringcommons.provisioning.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.provisioning.institution.ExpectedMembers;

/** The people whom Keycloak is known to have made members. */
@ApplicationScoped
class ActiveMembers implements ExpectedMembers {

    private final Memberships memberships;

    ActiveMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Map<String, Set<String>> of(String institution) {
        return memberships.list("id.institution = ?1 and state = ?2", institution, State.ACTIVE).stream()
                .collect(Collectors.toMap(Membership::username, member -> Set.copyOf(member.roles())));
    }
}
