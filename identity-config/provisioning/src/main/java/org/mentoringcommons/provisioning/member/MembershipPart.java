package org.mentoringcommons.provisioning.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.provisioning.institution.OrganizationPart;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.person.RefusedPerson;

/** Makes Keycloak's members of an organization those whom the registry wants; others it leaves alone. */
@ApplicationScoped
class MembershipPart implements OrganizationPart {

    private final Memberships memberships;
    private final People people;
    private final Accounts accounts;
    private final Organizations organizations;

    MembershipPart(Memberships memberships, People people, Accounts accounts, Organizations organizations) {
        this.memberships = memberships;
        this.people = people;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @Override
    public List<String> unsettledInstitutions() {
        return memberships.unsettledInstitutions();
    }

    @Override
    public void found(String institution) {
        for (Membership membership : memberships.unsettled(institution)) {
            membership.meet(people.settle(membership.username(), membership.isVouched()));
        }
    }

    @Override
    public void settle(String institution, String organization) {
        for (Membership membership : memberships.unsettled(institution)) {
            if (membership.isLeaving()) {
                end(membership, organization);
            } else {
                begin(membership, organization);
            }
        }
    }

    private void begin(Membership membership, String organization) {
        try {
            String subject =
                    membership.subject().orElseGet(() -> people.settle(membership.username(), membership.isVouched()));
            organizations.join(organization, subject, membership.roles());
            memberships.activate(membership, subject);
        } catch (Refused refused) {
            membership.refuse(RefusedPerson.because(refused));
            people.forgetUnlessWanted(membership.username());
        }
    }

    private void end(Membership membership, String organization) {
        Optional<String> subject = membership.subject().or(() -> accounts.find(membership.username()));
        subject.ifPresent(
                known -> organizations.leave(organization, known, memberships.hasElsewhere(known, membership)));
        memberships.delete(membership);
        people.forgetUnlessWanted(membership.username());
    }
}
