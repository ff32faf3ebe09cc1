package org.mentoringcommons.curriculum.worksheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** To whom the caller's sheets are shown, and until when. */
@ApplicationScoped
class Shares {

    // a share renewed keeps its id
    private static final String SHARE =
            """
            insert into sheet_share (sheet, id, reader, until) values (:sheet, gen_random_uuid(), :reader, :until)
            on conflict (tenant, sheet, reader) do update set until = excluded.until
            returning id, reader, since, until""";
    private static final String OF_SHEET =
            """
            select id, reader, since, until from sheet_share
            where sheet = :sheet and owner = current_person() and id > :after order by id""";
    private static final String REVOKE =
            "delete from sheet_share where sheet = :sheet and id = :id and owner = current_person()";

    private final EntityManager entities;

    Shares(EntityManager entities) {
        this.entities = entities;
    }

    /** That somebody may read a sheet. */
    record Share(UUID id, String reader, Instant since, Instant until) {
        static Share of(Object[] row) {
            return new Share((UUID) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]);
        }
    }

    Share put(UUID sheet, String reader, Instant until) {
        return Share.of((Object[]) entities.createNativeQuery(SHARE)
                .setParameter("sheet", sheet)
                .setParameter("reader", reader)
                .setParameter("until", until)
                .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    List<Share> of(UUID sheet, UUID after, int limit) {
        List<Object[]> rows = entities.createNativeQuery(OF_SHEET)
                .setParameter("sheet", sheet)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(Share::of).toList();
    }

    boolean revoke(UUID sheet, UUID share) {
        return entities.createNativeQuery(REVOKE)
                        .setParameter("sheet", sheet)
                        .setParameter("id", share)
                        .executeUpdate()
                == 1;
    }
}
