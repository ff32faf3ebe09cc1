package org.mentoringcommons.curriculum.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The people on the rosters of the institution bound to the request. A roster is replaced as a whole, so it is written
 * by two statements however long it is; row-level security binds them like everything else.
 */
@ApplicationScoped
class Participants {

    private static final String OF_WORKSHOP =
            "select id, name, email from participant where workshop = :workshop order by position";
    private static final String ATTENDED_BUT_MISSING =
            """
            select distinct p.id from participant p
              join attendance a on (a.tenant, a.workshop, a.participant) = (p.tenant, p.workshop, p.id)
            where p.workshop = :workshop and p.mailbox not in (select unnest(cast(:mailboxes as text[])))
            order by p.id""";
    private static final String REMOVE_MISSING =
            """
            delete from participant
            where workshop = :workshop and mailbox not in (select unnest(cast(:mailboxes as text[])))""";
    // whoever is there by the same mailbox keeps the id
    private static final String ADD_OR_RENEW =
            """
            insert into participant (tenant, id, workshop, position, name, email, mailbox)
            select current_tenant(), gen_random_uuid(), :workshop, line.* from unnest(
                cast(:positions as int[]), cast(:names as text[]), cast(:emails as text[]), cast(:mailboxes as text[]))
              as line (position, name, email, mailbox)
            on conflict (tenant, workshop, mailbox) do update
              set position = excluded.position, name = excluded.name, email = excluded.email""";

    private final EntityManager entities;

    Participants(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<Participant> of(UUID workshop) {
        return entities.createNativeQuery(OF_WORKSHOP, Participant.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** People of the present roster who were in a session and whom these lines leave out. */
    @SuppressWarnings("unchecked")
    List<UUID> attendedButMissing(UUID workshop, List<RosterFile.Line> lines) {
        return entities.createNativeQuery(ATTENDED_BUT_MISSING, UUID.class)
                .setParameter("workshop", workshop)
                .setParameter("mailboxes", column(lines, RosterFile.Line::mailbox))
                .getResultList();
    }

    /** Makes these lines, and nobody else, the roster. */
    void replace(UUID workshop, List<RosterFile.Line> lines) {
        write(REMOVE_MISSING, workshop, lines).executeUpdate();
        write(ADD_OR_RENEW, workshop, lines)
                .setParameter(
                        "positions", lines.stream().map(RosterFile.Line::number).toArray(Integer[]::new))
                .setParameter("names", column(lines, RosterFile.Line::name))
                .setParameter("emails", column(lines, RosterFile.Line::email))
                .executeUpdate();
    }

    private Query write(String sql, UUID workshop, List<RosterFile.Line> lines) {
        return entities.createNativeQuery(sql)
                .setParameter("workshop", workshop)
                .setParameter("mailboxes", column(lines, RosterFile.Line::mailbox));
    }

    private static String[] column(List<RosterFile.Line> lines, Function<RosterFile.Line, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }
}
