package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.study.Study.Definition;

/** The declared studies. They belong to no institution; who may see one is decided where it is asked for. */
@ApplicationScoped
public class Studies {

    private static final String COLUMNS = "version, title, definition, declared_at, declared_by, read_at, revision";

    private final EntityManager database;
    private final Definitions definitions;
    private final Team team;

    Studies(EntityManager database, Definitions definitions, Team team) {
        this.database = database;
        this.definitions = definitions;
        this.team = team;
    }

    /** {@return the study of this key, in the version in force} */
    public Optional<Study> find(String key) {
        return one(key, "select " + COLUMNS + " from study where key = ?1");
    }

    /**
     * Opens a study to somebody of its team who is about to see results of it. Within the transaction under way: from
     * its end on, an edit makes a new version.
     *
     * @return the version whose results are to be shown; empty if there is no such study, or the person is not on its team
     */
    public Optional<Study> toRead(String key, String subject, Instant now) {
        if (find(key).filter(study -> study.isRunBy(subject)).isEmpty()) {
            return Optional.empty();
        }
        // waits for an edit under way; the version found afterwards is then the edited one, and marked all the same
        database.createNativeQuery(
                        "update study set read_at = ?2, revision = revision + 1 where key = ?1 and read_at is null")
                .setParameter(1, key)
                .setParameter(2, now)
                .executeUpdate();
        return find(key);
    }

    /** {@return a version, in force or superseded, with the team of now} */
    public Optional<Study> version(String key, int version) {
        return find(key)
                .filter(study -> study.version() == version)
                .or(() -> one(
                        key,
                        "select s.version, s.title, s.definition, s.declared_at, s.declared_by, s.read_at, h.revision"
                                + " from superseded_study s join study h on h.key = s.study where s.study = ?1 and s.version = "
                                + version));
    }

    /** {@return the versions after one, oldest first, one more than asked for if there are more} */
    List<Study> versions(String key, int after, int limit) {
        @SuppressWarnings("unchecked")
        List<Integer> numbers = database.createNativeQuery(
                        """
                        select version from (select version from superseded_study where study = ?1
                                             union select version from study where key = ?1) v
                        where version > ?2 order by version""",
                        Integer.class)
                .setParameter(1, key)
                .setParameter(2, after)
                .setMaxResults(limit + 1)
                .getResultList();
        return numbers.stream()
                .map(number -> version(key, number).orElseThrow())
                .toList();
    }

    /** {@return the studies after a key: all, or those that one person is on the team of} */
    List<Study> after(String key, int limit, Optional<String> ofPerson) {
        @SuppressWarnings("unchecked")
        List<String> keys = database.createNativeQuery(
                        """
                        select key from study where key > ?1 and (?2 = '' or exists (
                          select from team where study = key and subject = ?2 and removed_at is null)) order by key""",
                        String.class)
                .setParameter(1, key)
                .setParameter(2, ofPerson.orElse(""))
                .setMaxResults(limit + 1)
                .getResultList();
        return keys.stream().map(found -> find(found).orElseThrow()).toList();
    }

    /** {@return false if the key is taken; nothing is changed then} */
    boolean declare(String key, String title, Definition definition, String subject, Instant now) {
        return database.createNativeQuery(
                                """
                                insert into study (key, title, definition, declared_by, declared_at)
                                values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                        .setParameter(1, key)
                        .setParameter(2, title)
                        .setParameter(3, definitions.write(definition))
                        .setParameter(4, subject)
                        .setParameter(5, now)
                        .executeUpdate()
                == 1;
    }

    /** {@return the study, which nobody else edits, reads for the first time, joins, leaves or freezes until the transaction ends} */
    public Optional<Study> lock(String key) {
        database.createNativeQuery("select 1 from study where key = ?1 for update", Integer.class)
                .setParameter(1, key)
                .getResultList();
        return find(key);
    }

    /** Edits a locked study: in place if nobody has seen results of the version in force, else as a new version. */
    void edit(Study study, String title, Definition definition, String subject, Instant now) {
        boolean supersede = study.readAt().isPresent();
        if (supersede) {
            database.createNativeQuery(
                            """
                            insert into superseded_study
                            select key, version, title, definition, declared_by, declared_at, read_at from study
                            where key = ?1""")
                    .setParameter(1, study.key())
                    .executeUpdate();
        }
        database.createNativeQuery(
                        """
                        update study set title = ?2, definition = ?3, declared_by = ?4, declared_at = ?5,
                               version = ?6, read_at = null, revision = revision + 1 where key = ?1""")
                .setParameter(1, study.key())
                .setParameter(2, title)
                .setParameter(3, definitions.write(definition))
                .setParameter(4, subject)
                .setParameter(5, now)
                .setParameter(6, supersede ? study.version() + 1 : study.version())
                .executeUpdate();
    }

    /** Counts a change beside the declaration, such as of the team. */
    void revised(String key) {
        database.createNativeQuery("update study set revision = revision + 1 where key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    private Optional<Study> one(String key, String query) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter(1, key)
                .getResultStream()
                .map(row -> read(key, (Tuple) row))
                .findFirst();
    }

    private Study read(String key, Tuple row) {
        return new Study(
                key,
                row.get(0, Integer.class),
                row.get(1, String.class),
                definitions.read(row.get(2, String.class)),
                team.of(key),
                row.get(3, Instant.class),
                row.get(4, String.class),
                Optional.ofNullable(row.get(5, Instant.class)),
                row.get(6, Long.class));
    }
}
