package org.mentoringcommons.provisioning.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mentoringcommons.provisioning.institution.ExportedPart;

/** An institution's members, as they are listed. */
@ApplicationScoped
class ExportedMembers implements ExportedPart {

    private final Memberships memberships;

    ExportedMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public List<?> of(String institution) {
        return memberships.list("id.institution = ?1 order by id.username", institution).stream()
                .map(Membership::view)
                .toList();
    }
}
