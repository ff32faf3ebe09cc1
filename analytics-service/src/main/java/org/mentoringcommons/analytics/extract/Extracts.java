package org.mentoringcommons.analytics.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The extracts of all studies, as those who ask for them and fetch them see them. */
@ApplicationScoped
class Extracts {

    private static final String SELECT =
            """
            select id, study, version, format, purpose, requested_by, requested_at, state, attempt, institutions,
                   total_rows, written_rows, bytes, watermark, ended_at, expires_at from extract""";

    private final EntityManager database;

    Extracts(EntityManager database) {
        this.database = database;
    }

    void request(Extract extract) {
        database.createNativeQuery(
                        """
                        insert into extract (id, study, version, format, purpose, requested_by, requested_at, state)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, extract.id())
                .setParameter(2, extract.study())
                .setParameter(3, extract.version())
                .setParameter(4, extract.format().word())
                .setParameter(5, extract.purpose())
                .setParameter(6, extract.requestedBy())
                .setParameter(7, extract.requestedAt())
                .setParameter(8, extract.state().word())
                .executeUpdate();
    }

    long underWay(String study, String subject) {
        return (Long) database.createNativeQuery(
                        """
                        select count(*) from extract
                        where study = ?1 and requested_by = ?2 and state in ('waiting', 'running')""",
                        Long.class)
                .setParameter(1, study)
                .setParameter(2, subject)
                .getSingleResult();
    }

    Optional<Extract> find(String study, UUID id) {
        return rows(database.createNativeQuery(SELECT + " where study = ?1 and id = ?2", Tuple.class)
                        .setParameter(1, study)
                        .setParameter(2, id))
                .stream()
                .findFirst();
    }

    List<Extract> after(String study, UUID id, int limit) {
        return rows(database.createNativeQuery(SELECT + " where study = ?1 and id > ?2 order by id", Tuple.class)
                .setParameter(1, study)
                .setParameter(2, id)
                .setMaxResults(limit + 1));
    }

    /** Ends what is waiting, being written or ready, so that it is not written on and not handed out. */
    void end(UUID id, State end, Instant now) {
        database.createNativeQuery(
                        """
                        update extract set state = ?2, ended_at = ?3
                        where id = ?1 and state in ('waiting', 'running', 'ready')""")
                .setParameter(1, id)
                .setParameter(2, end.word())
                .setParameter(3, now)
                .executeUpdate();
    }

    String codebook(UUID id) {
        return (String) database.createNativeQuery("select codebook from extract where id = ?1", String.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    void fetched(UUID id, String subject, Instant now) {
        database.createNativeQuery("insert into extract_access (extract, subject, at) values (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, subject)
                .setParameter(3, now)
                .executeUpdate();
    }

    private static List<Extract> rows(Query query) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(Extracts::extract).toList();
    }

    private static Extract extract(Tuple row) {
        return new Extract(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, Integer.class),
                Format.of(row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Instant.class),
                State.of(row.get(7, String.class)),
                row.get(8, Integer.class),
                Set.of(row.get(9, String[].class)),
                Optional.ofNullable(row.get(10, Long.class)),
                row.get(11, Long.class),
                Optional.ofNullable(row.get(12, Long.class)),
                Optional.ofNullable(row.get(13, String.class)),
                Optional.ofNullable(row.get(14, Instant.class)),
                Optional.ofNullable(row.get(15, Instant.class)));
    }
}
