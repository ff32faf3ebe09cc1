package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.analytics.release.FrozenRelease.Erratum;
import org.mentoringcommons.analytics.report.Document;

/** The frozen releases with their documents. The database lets the service add to them and nothing else. */
@ApplicationScoped
class Releases {

    private static final String SELECT =
            """
            select r.number, r.draft, r.sealed_attempt, r.study, r.study_version, r.title, r.purpose, r.content_hash,
                   r.cube_hash, r.edition, r.frozen_at, e.reason, e.replaced_by, e.withdrawn_by, e.withdrawn_at, r.method_version
            from release r left join release_erratum e on e.release = r.number""";

    private final EntityManager database;

    Releases(EntityManager database) {
        this.database = database;
    }

    /** {@return the next number; nobody else gets one until the transaction ends} */
    int nextNumber() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('release number', 0))")
                .getResultList();
        return (Integer) database.createNativeQuery("select coalesce(max(number), 0) + 1 from release", Integer.class)
                .getSingleResult();
    }

    void add(FrozenRelease release) {
        database.createNativeQuery(
                        """
                        insert into release (number, draft, sealed_attempt, study, study_version, title, purpose, content_hash,
                                             cube_hash, edition, frozen_at, method_version)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)""")
                .setParameter(1, release.number())
                .setParameter(2, release.draft())
                .setParameter(3, release.sealedAttempt())
                .setParameter(4, release.study())
                .setParameter(5, release.studyVersion())
                .setParameter(6, release.title())
                .setParameter(7, release.purpose())
                .setParameter(8, release.contentHash())
                .setParameter(9, release.cubeHash())
                .setParameter(10, release.edition())
                .setParameter(11, release.frozenAt())
                .setParameter(12, release.methodVersion())
                .executeUpdate();
    }

    /** Adds a document of a release, in the transaction that adds the release; the database takes it at no other time. */
    void add(int number, String name, Rendered document) {
        database.createNativeQuery(
                        "insert into release_document (release, name, media_type, hash, body) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, number)
                .setParameter(2, name)
                .setParameter(3, document.type())
                .setParameter(4, Sha256.hex(document.body()))
                .setParameter(5, document.body())
                .executeUpdate();
    }

    Optional<FrozenRelease> find(int number) {
        return one(SELECT + " where r.number = ?1", number);
    }

    /** {@return the last one of a study, withdrawn or not: what was published once is known} */
    Optional<FrozenRelease> lastOf(String study) {
        return one(SELECT + " where r.study = ?1 order by r.edition desc limit 1", study);
    }

    /** {@return the numbers of a study's releases, the first one's first} */
    @SuppressWarnings("unchecked")
    List<Integer> numbersOf(String study) {
        return database.createNativeQuery("select number from release where study = ?1 order by edition", Integer.class)
                .setParameter(1, study)
                .getResultList();
    }

    /** {@return of each study the last release that is not withdrawn} */
    List<FrozenRelease> lastOfEachStudy() {
        return database.createNativeQuery(
                        SELECT
                                + """
                                 where e.release is null and not exists (
                                  select from release later left join release_erratum w on w.release = later.number
                                  where later.study = r.study and later.number > r.number and w.release is null)
                                order by r.number""",
                        Tuple.class)
                .getResultStream()
                .map(row -> release((Tuple) row))
                .toList();
    }

    /** {@return of studies other than one that count some of these institutions, the versions that were released} */
    Map<String, List<Integer>> ofOthers(String study, Collection<String> institutions) {
        Map<String, List<Integer>> released = new TreeMap<>();
        for (Object found : database.createNativeQuery(
                        """
                        select distinct r.study, r.study_version from release r join release_draft d on d.id = r.draft
                        where r.study <> ?1 and d.institutions && cast(?2 as text[])""",
                        Tuple.class)
                .setParameter(1, study)
                .setParameter(2, institutions.toArray(String[]::new))
                .getResultList()) {
            Tuple row = (Tuple) found;
            released.computeIfAbsent(row.get(0, String.class), none -> new ArrayList<>())
                    .add(row.get(1, Integer.class));
        }
        return released;
    }

    /** Notes an institution that a release names, in the transaction that adds the release. */
    void name(int number, String institution) {
        database.createNativeQuery("insert into release_site (release, institution) values (?1, ?2)")
                .setParameter(1, number)
                .setParameter(2, institution)
                .executeUpdate();
    }

    /** {@return the institutions that releases of a study have named: what was published once is known} */
    @SuppressWarnings("unchecked")
    Set<String> named(String study) {
        return Set.copyOf(database.createNativeQuery(
                        "select distinct s.institution from release_site s join release r on r.number = s.release"
                                + " where r.study = ?1",
                        String.class)
                .setParameter(1, study)
                .getResultList());
    }

    Optional<Integer> numberOf(UUID draft) {
        return database.createNativeQuery("select number from release where draft = ?1", Integer.class)
                .setParameter(1, draft)
                .getResultStream()
                .map(number -> (Integer) number)
                .findFirst();
    }

    /** {@return the releases after a number, one more than asked for if there are more} */
    List<FrozenRelease> after(int number, int limit) {
        return database.createNativeQuery(SELECT + " where r.number > ?1 order by r.number", Tuple.class)
                .setParameter(1, number)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> release((Tuple) row))
                .toList();
    }

    Optional<Document> document(int number, String name) {
        return database.createNativeQuery(
                        "select media_type, body from release_document where release = ?1 and name = ?2", Tuple.class)
                .setParameter(1, number)
                .setParameter(2, name)
                .getResultStream()
                .map(row -> Document.of(((Tuple) row).get(0, String.class), ((Tuple) row).get(1, byte[].class)))
                .findFirst();
    }

    void withdraw(int number, Erratum erratum) {
        database.createNativeQuery(
                        """
                        insert into release_erratum (release, reason, replaced_by, withdrawn_by, withdrawn_at)
                        values (?1, ?2, cast(?3 as int), ?4, ?5)""")
                .setParameter(1, number)
                .setParameter(2, erratum.reason())
                .setParameter(3, erratum.replacedBy().orElse(null))
                .setParameter(4, erratum.withdrawnBy())
                .setParameter(5, erratum.withdrawnAt())
                .executeUpdate();
    }

    /** Puts a reading on record. */
    void read(int number, String document, String subject, String purpose, Instant at) {
        database.createNativeQuery(
                        """
                        insert into release_access (release, document, subject, purpose, at)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, number)
                .setParameter(2, document)
                .setParameter(3, subject)
                .setParameter(4, purpose)
                .setParameter(5, at)
                .executeUpdate();
    }

    private Optional<FrozenRelease> one(String query, Object key) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter(1, key)
                .getResultStream()
                .map(row -> release((Tuple) row))
                .findFirst();
    }

    private static FrozenRelease release(Tuple row) {
        Optional<Erratum> erratum = Optional.ofNullable(row.get(11, String.class))
                .map(reason -> new Erratum(
                        reason,
                        Optional.ofNullable(row.get(12, Integer.class)),
                        row.get(13, String.class),
                        row.get(14, Instant.class)));
        return new FrozenRelease(
                row.get(0, Integer.class),
                row.get(1, UUID.class),
                row.get(2, Integer.class),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(15, String.class),
                row.get(9, Integer.class),
                row.get(10, Instant.class),
                erratum);
    }
}
