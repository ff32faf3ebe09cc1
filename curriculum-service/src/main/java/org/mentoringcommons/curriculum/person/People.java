package org.mentoringcommons.curriculum.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.tenancy.Caller;

/**
 * Who has come to their worksheets at the institution bound to the request. A person is their account's subject, which
 * never changes hands; the account's name only serves to find it.
 */
@ApplicationScoped
public class People {

    private static final String VISIT =
            """
            insert into known_person (username) values (:username)
            on conflict (tenant, subject) do update set username = excluded.username, seen_at = now()
            where known_person.username <> excluded.username or known_person.seen_at < now() - interval '1 day'""";
    // an account's name can be given to somebody else once it was deleted: the one who came last has it
    private static final String FIND =
            "select subject from known_person where username = :username order by seen_at desc limit 1";
    private static final String NAMES = "select subject, username from known_person where subject = any(:subjects)";

    private final EntityManager entities;
    private final Caller caller;

    People(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The caller's subject; from now on others can name them. */
    public String me() {
        caller.username().ifPresent(username -> entities.createNativeQuery(VISIT)
                .setParameter("username", username.toLowerCase(Locale.ROOT))
                .executeUpdate());
        return caller.subject();
    }

    /** Whoever has this account, if they have come at all. */
    @SuppressWarnings("unchecked")
    public Optional<String> named(String username) {
        List<String> found = entities.createNativeQuery(FIND, String.class)
                .setParameter("username", username.strip().toLowerCase(Locale.ROOT))
                .getResultList();
        return found.stream().findFirst();
    }

    /** The account names of these subjects, as far as they are known. */
    @SuppressWarnings("unchecked")
    public Map<String, String> names(Collection<String> subjects) {
        Map<String, String> names = new HashMap<>();
        List<Object[]> rows = entities.createNativeQuery(NAMES)
                .setParameter("subjects", subjects.toArray(String[]::new))
                .getResultList();
        rows.forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }
}
