package org.mentoringcommons.provisioning.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
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

    /** Where the person stands in the request that names them, for the problem it may be answered with. */
    @Transient
    private String path;

    protected Newcomer() {}

    Newcomer(NewPerson person, String path, String sealedPassword, Instant now) {
        this.username = person.username();
        this.email = person.email();
        this.firstName = person.firstName();
        this.lastName = person.lastName();
        this.sealedPassword = sealedPassword;
        this.requestedAt = now;
        this.path = path;
    }

    String username() {
        return username;
    }

    String path() {
        return path;
    }

    /** Of two descriptions under one user name: whether they have one e-mail address. */
    boolean isSamePersonAs(Newcomer other) {
        return has(other.email);
    }

    boolean has(String address) {
        return email.equalsIgnoreCase(address);
    }

    NewAccount account(PasswordSeal seal) {
        String password = Optional.ofNullable(sealedPassword)
                .flatMap(kept -> seal.open(username, kept))
                .orElse(null);
        return new NewAccount(username, email, firstName, lastName, password);
    }
}
