package org.mentoringcommons.provisioning.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The accounts people and machines sign in with. */
@ApplicationScoped
public class Accounts {

    private final KeycloakAdmin keycloak;
    private final RealmRoles roles;

    Accounts(@RestClient KeycloakAdmin keycloak, RealmRoles roles) {
        this.keycloak = keycloak;
        this.roles = roles;
    }

    /**
     * What a new account is made of.
     *
     * @param password in clear, because Keycloak checks it against its policy and hashes it; null for none
     */
    public record NewAccount(String username, String email, String firstName, String lastName, String password) {
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }

    /** The subject of the account with this user name. */
    public Optional<String> find(String username) {
        return keycloak.users(username, true).stream()
                .map(Representations.User::id)
                .findFirst();
    }

    /**
     * Somebody's account.
     *
     * @param confirmed whether its owner has shown that the e-mail address is theirs
     */
    public record Account(String subject, String username, boolean confirmed) {}

    /** The account with this e-mail address, in whatever letters. */
    public Optional<Account> withEmail(String email) {
        return keycloak.usersWithEmail(email, true).stream()
                .filter(user -> email.equalsIgnoreCase(user.email()))
                .map(user -> new Account(user.id(), user.username(), Boolean.TRUE.equals(user.emailVerified())))
                .findFirst();
    }

    /**
     * Makes the account, or finds the one with this user name and e-mail address, which stays as it is. The address has
     * to be the same because whoever is found is given roles: a user name alone may be a namesake's, or a squatter's.
     *
     * @param vouched whether whoever wants the account may say of one that is there that it is the person's: an address
     *     nobody has confirmed may have been made up by whoever made the account, and knows its password
     * @return its subject
     * @throws Refused if the user name or the e-mail address is another's, or Keycloak does not accept a value
     */
    public String findOrMake(NewAccount wanted, boolean vouched) {
        try {
            return Made.id(keycloak.makeUser(user(wanted, false))); // nobody has written to the address yet
        } catch (Taken usernameOrEmail) {
            Representations.User found =
                    keycloak.users(wanted.username(), true).stream().findFirst().orElseThrow(Accounts::takenEmail);
            if (!wanted.email().equalsIgnoreCase(found.email())) {
                throw Refused.namesake();
            }
            if (!vouched && !Boolean.TRUE.equals(found.emailVerified())) {
                throw new Refused(
                        "username",
                        "has an account whose address is not confirmed: invite the person by e-mail instead");
            }
            return found.id();
        }
    }

    /**
     * Makes an account for somebody who has shown that the e-mail address is theirs.
     *
     * @throws Refused if the user name or the e-mail address is another's, or Keycloak does not accept a value
     */
    public String makeConfirmed(NewAccount wanted) {
        try {
            return Made.id(keycloak.makeUser(user(wanted, true)));
        } catch (Taken usernameOrEmail) {
            throw takenEmail();
        }
    }

    /**
     * Hands an account to whoever has shown that its e-mail address is theirs: with a new password, and without anything
     * that somebody else may have left in it to get in by.
     *
     * @throws Refused if Keycloak does not accept the password
     */
    public void handOver(String subject, String password) {
        keycloak.setPassword(subject, new Representations.Credential("password", password, false))
                .close();
        keycloak.credentials(subject).stream()
                .filter(credential -> !"password".equals(credential.type()))
                .forEach(credential ->
                        keycloak.removeCredential(subject, credential.id()).close());
        keycloak.federatedIdentities(subject)
                .forEach(identity -> keycloak.removeFederatedIdentity(subject, identity.identityProvider())
                        .close());
        keycloak.endSessions(subject).close();
        Representations.User user = keycloak.user(subject);
        keycloak.changeUser(
                        subject,
                        new Representations.User(
                                user.id(),
                                user.username(),
                                user.email(),
                                true,
                                user.enabled(),
                                user.firstName(),
                                user.lastName(),
                                null))
                .close();
    }

    /** What would be said against {@link #findOrMake} for a person with this user name and e-mail address, as things are. */
    public Optional<Refused> objection(String username, String email) {
        Optional<Account> owner = withEmail(email);
        if (owner.isPresent()) {
            return owner.get().username().equalsIgnoreCase(username) ? Optional.empty() : Optional.of(takenEmail());
        }
        return find(username).map(namesake -> Refused.namesake());
    }

    private static Refused takenEmail() {
        return new Refused("email", "another account has this e-mail address");
    }

    /** Takes roles that hold on the whole platform; those the account has not it goes on not having. */
    public void revoke(String subject, Collection<String> platformRoles) {
        if (!platformRoles.isEmpty()) {
            roles.use(platformRoles, found -> keycloak.takeRoles(subject, found).close());
        }
    }

    /** Gives roles that hold on the whole platform. */
    public void grant(String subject, Collection<String> platformRoles) {
        if (platformRoles.isEmpty()) {
            return;
        }
        roles.use(platformRoles, found -> keycloak.giveRoles(subject, found).close());
    }

    private static Representations.User user(NewAccount wanted, boolean confirmed) {
        List<Representations.Credential> credentials = wanted.password() == null
                ? null
                : List.of(new Representations.Credential("password", wanted.password(), false));
        return new Representations.User(
                null,
                wanted.username(),
                wanted.email(),
                confirmed,
                true,
                wanted.firstName(),
                wanted.lastName(),
                credentials);
    }
}
