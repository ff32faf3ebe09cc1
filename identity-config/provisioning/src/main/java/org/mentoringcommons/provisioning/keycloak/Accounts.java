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
     * Makes the account, or finds the one with this user name and e-mail address, which stays as it is. The address has
     * to be the same because whoever is found is given roles: a user name alone may be a namesake's, or a squatter's.
     *
     * @return its subject
     * @throws Refused if the user name or the e-mail address is another's, or Keycloak does not accept a value
     */
    public String findOrMake(NewAccount wanted) {
        List<Representations.Credential> credentials = wanted.password() == null
                ? null
                : List.of(new Representations.Credential("password", wanted.password(), false));
        try {
            return Made.id(keycloak.makeUser(new Representations.User(
                    null,
                    wanted.username(),
                    wanted.email(),
                    false, // nobody has written to it yet
                    true,
                    wanted.firstName(),
                    wanted.lastName(),
                    credentials)));
        } catch (Taken usernameOrEmail) {
            Representations.User found = keycloak.users(wanted.username(), true).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused("email", "another account has this e-mail address"));
            if (!wanted.email().equalsIgnoreCase(found.email())) {
                throw Refused.namesake();
            }
            return found.id();
        }
    }

    /** Gives roles that hold on the whole platform. */
    public void grant(String subject, Collection<String> platformRoles) {
        roles.use(platformRoles, found -> keycloak.giveRoles(subject, found).close());
    }
}
