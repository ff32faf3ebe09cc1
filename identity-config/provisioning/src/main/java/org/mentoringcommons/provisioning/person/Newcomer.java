package org.mentoringcommons.provisioning.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.mentoringcommons.provisioning.keycloak.Accounts.NewAccount;

/** Somebody Keycloak does not know yet. Remembered only until it does: from then on it is Keycloak that knows people. */
@Entity
@Table(name = "newcomer")
public class Newcomer {

    @Id
    private String username;

    private String email;
    private String firstName;
    private String lastName;
    private String sealedPassword;
    private Instant requestedAt;

    protected Newcomer() {}

    Newcomer(NewPerson person, String sealedPassword, Instant now) {
        this.username = person.username();
        this.email = person.email();
        this.firstName = person.firstName();
        this.lastName = person.lastName();
        this.sealedPassword = sealedPassword;
        this.requestedAt = now;
    }

    String username() {
        return username;
    }

    NewAccount account(PasswordSeal seal) {
        String password = Optional.ofNullable(sealedPassword)
                .flatMap(kept -> seal.open(username, kept))
                .orElse(null);
        return new NewAccount(username, email, firstName, lastName, password);
    }
}
