package org.mentoringcommons.provisioning.person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.Refused;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;
import org.mentoringcommons.tenancy.Refusal;

/** Finds or makes the accounts of people; knows of them only what Keycloak does not know yet. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Newcomer, String> {

    private static final String FORGET_UNLESS_WANTED =
            """
            delete from newcomer where username = :username
              and not exists (select from membership where username = :username and state = 'REQUESTED')
              and not exists (select from platform_member where username = :username and state = 'REQUESTED')""";

    private final Accounts accounts;
    private final PasswordSeal seal;
    private final AdvisoryLock lock;
    private final Clock clock;

    People(Accounts accounts, PasswordSeal seal, AdvisoryLock lock, Clock clock) {
        this.accounts = accounts;
        this.seal = seal;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * The person as a newcomer, in case Keycloak does not know them.
     *
     * @param path where the person stands in the request, such as {@code administrator.}, or empty
     */
    public Newcomer newcomer(NewPerson person, String path) {
        checkPassword(person, path);
        String password = person.password() == null ? null : seal.seal(person.username(), person.password());
        return new Newcomer(person, path, password, clock.instant());
    }

    /**
     * Remembers a newcomer, in the transaction of what they are needed for; the first to name somebody describes them.
     *
     * @throws HttpProblem 409 if somebody with another e-mail address is expected under this user name
     */
    public void expect(Newcomer newcomer) {
        lock.take("newcomer/" + newcomer.username());
        Newcomer first = findById(newcomer.username());
        if (first == null) {
            persist(newcomer);
        } else if (!first.isSamePersonAs(newcomer)) {
            throw RefusedPerson.because(Refused.namesake()).problem(newcomer.path());
        }
    }

    /** What would be said against this person's being made known, by those who wait to be; Keycloak is not asked. */
    public Optional<Refused> objectionOfNewcomers(NewPerson person) {
        Newcomer namesake = findById(person.username());
        if (namesake != null) {
            return namesake.has(person.email()) ? Optional.empty() : Optional.of(Refused.namesake());
        }
        return count("lower(email) = ?1", person.email().toLowerCase(Locale.ROOT)) == 0
                ? Optional.empty()
                : Optional.of(
                        new Refused("email", "another person with this e-mail address is about to get an account"));
    }

    /**
     * The subject of a person, whose account is made if there is none, and forgets the newcomer.
     *
     * @param vouched see {@link Accounts#findOrMake}
     * @throws Refused if there is no such account and none can be made
     */
    public String settle(String username, boolean vouched) {
        Optional<Newcomer> newcomer = findByIdOptional(username);
        if (newcomer.isEmpty()) {
            return accounts.find(username)
                    .orElseThrow(() -> new Refused("username", "there is no such account any more"));
        }
        String subject = accounts.findOrMake(newcomer.get().account(seal), vouched);
        delete("username", username);
        return subject;
    }

    /** Forgets a newcomer who is not to come after all, unless something else still waits for them. */
    public void forgetUnlessWanted(String username) {
        lock.take("newcomer/" + username); // whoever relies on the description just now has to be seen waiting for it
        getEntityManager()
                .createNativeQuery(FORGET_UNLESS_WANTED)
                .setParameter("username", username)
                .executeUpdate();
    }

    /** Keycloak's policy beyond length, which the request is validated for; it must hold while Keycloak is away too. */
    private static void checkPassword(NewPerson person, String path) {
        if (person.password() != null
                && (same(person.password(), person.username()) || same(person.password(), person.email()))) {
            throw Refusal.badRequest("password-guessable", "The password is easily guessed")
                    .violation(path + "password", "must be neither the user name nor the e-mail address")
                    .problem();
        }
    }

    private static boolean same(String password, String word) {
        return password.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
    }
}
