package org.mentoringcommons.provisioning.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.mentoringcommons.provisioning.institution.InstitutionView;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.institution.Settlement;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Accounts.Account;
import org.mentoringcommons.provisioning.keycloak.Organizations;
import org.mentoringcommons.provisioning.member.Memberships;
import org.mentoringcommons.provisioning.person.NewPerson;
import org.mentoringcommons.provisioning.reconciliation.Reconciler;

/**
 * Somebody says yes. That they have the link shows that the address is theirs, and nothing else does: an account whose
 * address nobody has confirmed may have been made by somebody else under this address, so it is handed over with a new
 * password before it is let in.
 */
@ApplicationScoped
class Acceptance {

    private final Invitations invitations;
    private final Institutions institutions;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Reconciler reconciler;

    Acceptance(
            Invitations invitations,
            Institutions institutions,
            Memberships memberships,
            Accounts accounts,
            Organizations organizations,
            Reconciler reconciler) {
        this.invitations = invitations;
        this.institutions = institutions;
        this.memberships = memberships;
        this.accounts = accounts;
        this.organizations = organizations;
        this.reconciler = reconciler;
    }

    /**
     * What a link offers.
     *
     * @param account the person's, if they have one
     */
    record Offer(
            String institution,
            String roles,
            String email,
            String firstName,
            String lastName,
            Optional<Account> account) {

        /** Whether the person has shown before that the account with this address is theirs. */
        boolean needsNothing() {
            return account.filter(Account::confirmed).isPresent();
        }

        boolean needsName() {
            return account.isEmpty();
        }
    }

    /** What a link offers now; empty if it leads nowhere. */
    @Transactional
    Optional<Offer> offer(InvitationLink link) {
        return invitations
                .open(link)
                .filter(this::isWelcome)
                .map(invitation -> new Offer(
                        institution(invitation).name(),
                        Letters.roles(invitation),
                        invitation.email(),
                        invitation.firstName(),
                        invitation.lastName(),
                        accounts.withEmail(invitation.email())));
    }

    /**
     * Makes the person a member.
     *
     * @param person with the names and the password that {@link Offer} needs
     * @return whether they are one now; empty if Keycloak cannot be reached, in which case the link stays good
     * @throws org.mentoringcommons.provisioning.keycloak.Refused if Keycloak does not accept a value
     */
    Optional<Boolean> accept(InvitationLink link, String institution, NewPerson person) {
        return reconciler.alone(Settlement.KIND, institution, () -> {
            Optional<Invitation> open = invitations.open(link).filter(this::isWelcome);
            open.ifPresent(invitation -> join(invitation, person));
            return open.isPresent();
        });
    }

    /** The alias of the institution that a link leads to. */
    @Transactional
    Optional<String> institutionOf(InvitationLink link) {
        return invitations.open(link).map(Invitation::institution);
    }

    private void join(Invitation invitation, NewPerson person) {
        Account account = account(invitation, person);
        Set<String> roles = memberships.withThoseHeld(invitation.institution(), account.username(), invitation.roles());
        organizations.join(institution(invitation).id(), account.subject(), roles);
        memberships.confirmed(invitation.institution(), account.username(), account.subject(), roles);
        invitations.accepted(invitation, account.subject());
    }

    private Account account(Invitation invitation, NewPerson person) {
        Optional<Account> known = accounts.withEmail(invitation.email());
        known.filter(account -> !account.confirmed())
                .ifPresent(account -> accounts.handOver(account.subject(), person.password()));
        return known.orElseGet(() -> {
            String username = freeUsername(invitation.email());
            String subject = accounts.makeConfirmed(new Accounts.NewAccount(
                    username, invitation.email(), person.firstName(), person.lastName(), person.password()));
            return new Account(subject, username, true);
        });
    }

    /** The address, which people remember; somebody may have taken it for a user name before. */
    private String freeUsername(String email) {
        String username = usernameFor(email);
        return accounts.find(username).isEmpty() ? username : username + "-" + suffix();
    }

    static String usernameFor(String email) {
        String username = email.toLowerCase(Locale.ROOT);
        return username.matches(NewPerson.USERNAME) ? username : "person-" + suffix();
    }

    private static String suffix() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    private boolean isWelcome(Invitation invitation) {
        return institution(invitation).state() == org.mentoringcommons.provisioning.institution.State.ACTIVE;
    }

    private InstitutionView institution(Invitation invitation) {
        return institutions.known(invitation.institution()).orElseThrow();
    }
}
