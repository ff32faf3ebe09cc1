package org.mentoringcommons.curriculum.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The people on the rosters of the institution bound to the request. A roster is replaced as a whole, so it is written
 * by two statements however long it is; row-level security binds them like everything else.
 *
 * <p>Whoever withdrew keeps a row, so that the next file does not enrol them again against their will.
 */
@ApplicationScoped
class Participants {

    private static final String OF_WORKSHOP =
            "select id, name, email from participant where workshop = :workshop and not withdrawn order by position";
    private static final String ATTENDED_BUT_MISSING =
            """
            select distinct p.id from participant p
              join attendance a on (a.tenant, a.workshop, a.participant) = (p.tenant, p.workshop, p.id)
            where p.workshop = :workshop and not p.withdrawn
              and p.mailbox not in (select unnest(cast(:mailboxes as text[])))
            order by p.id""";
    /** Those listed, less who withdrew without having been there, and who was there, withdrew and is listed no more. */
    private static final String ENROLLED_WITH =
            """
            select cardinality(cast(:mailboxes as text[]))
              - count(*) filter (where listed and not attended) + count(*) filter (where attended and not listed)
            from (select p.mailbox = any(cast(:mailboxes as text[])) as listed,
                         exists (select from attendance a where (a.tenant, a.workshop, a.participant)
                                                              = (p.tenant, p.workshop, p.id)) as attended
                  from participant p where p.workshop = :workshop and p.withdrawn) gone""";

    private static final String REMOVE_MISSING =
            """
            delete from participant p
            where workshop = :workshop and not withdrawn
              and mailbox not in (select unnest(cast(:mailboxes as text[])))""";
    // whoever is there by the same mailbox keeps the id
    private static final String ADD_OR_RENEW =
            """
            insert into participant (tenant, id, workshop, position, name, email, mailbox)
            select current_tenant(), gen_random_uuid(), :workshop, line.* from unnest(
                cast(:positions as int[]), cast(:names as text[]), cast(:emails as text[]), cast(:mailboxes as text[]))
              as line (position, name, email, mailbox)
            on conflict (tenant, workshop, mailbox) do update
              set position = excluded.position, name = excluded.name, email = excluded.email""";
    private static final String ATTENDED =
            """
            exists (select from attendance a where (a.tenant, a.workshop, a.participant)
                                                 = (p.tenant, p.workshop, p.id))""";

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

    List<UUID> withdrawn(UUID workshop) {
        return ids("withdrawn", workshop);
    }

    /** Those whose names and addresses were deleted. */
    List<UUID> erased(UUID workshop) {
        return ids("withdrawn and email = ''", workshop);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String which, UUID workshop) {
        return entities.createNativeQuery(
                        "select id from participant where workshop = :workshop and " + which + " order by id",
                        UUID.class)
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

    /** How many people count as enrolled, were these lines the roster. */
    int enrolledWith(UUID workshop, List<RosterFile.Line> lines) {
        return ((Number) write(ENROLLED_WITH, workshop, lines).getSingleResult()).intValue();
    }

    /** How many people count as enrolled: on the roster, or withdrawn after they had been there. */
    int enrolled(UUID workshop) {
        return number(
                "select count(*) from participant p where workshop = :workshop and (not withdrawn or " + ATTENDED + ")",
                workshop);
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

    /** A place behind everybody on the roster. */
    int nextPosition(UUID workshop) {
        return number("select coalesce(max(position), 1) + 1 from participant where workshop = :workshop", workshop);
    }

    Optional<Participant> find(UUID workshop, UUID id) {
        return one("where workshop = :workshop and id = :who", workshop, id);
    }

    /** Whoever has this mailbox, also if withdrawn. */
    Optional<Participant> byMailbox(UUID workshop, String mailbox) {
        return one("where workshop = :workshop and mailbox = :who", workshop, mailbox);
    }

    boolean isWithdrawn(UUID workshop, UUID id) {
        return withdrawn(workshop).contains(id);
    }

    void add(UUID workshop, UUID id, RosterFile.Line line) {
        entities.createNativeQuery(
                        """
                        insert into participant (tenant, id, workshop, position, name, email, mailbox)
                        values (current_tenant(), :id, :workshop, :position, :name, :email, :mailbox)""")
                .setParameter("id", id)
                .setParameter("workshop", workshop)
                .setParameter("position", line.number())
                .setParameter("name", line.name())
                .setParameter("email", line.email())
                .setParameter("mailbox", line.mailbox())
                .executeUpdate();
    }

    void rename(UUID workshop, UUID id, RosterFile.Line line) {
        entities.createNativeQuery(
                        """
                        update participant set name = :name, email = :email, mailbox = :mailbox
                        where workshop = :workshop and id = :id""")
                .setParameter("id", id)
                .setParameter("workshop", workshop)
                .setParameter("name", line.name())
                .setParameter("email", line.email())
                .setParameter("mailbox", line.mailbox())
                .executeUpdate();
    }

    void withdraw(UUID workshop, UUID id, boolean withdrawn) {
        entities.createNativeQuery(
                        "update participant set withdrawn = :withdrawn where workshop = :workshop and id = :id")
                .setParameter("id", id)
                .setParameter("workshop", workshop)
                .setParameter("withdrawn", withdrawn)
                .executeUpdate();
    }

    /** Nothing is left of who it was; the id stays, withdrawn, with what was attended. */
    void erase(UUID workshop, UUID id) {
        entities.createNativeQuery(
                        """
                        update participant set withdrawn = true, name = '', email = '', mailbox = 'erased ' || id
                        where workshop = :workshop and id = :id""")
                .setParameter("id", id)
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Optional<Participant> one(String where, UUID workshop, Object who) {
        return entities.createNativeQuery("select id, name, email from participant " + where, Participant.class)
                .setParameter("workshop", workshop)
                .setParameter("who", who)
                .getResultStream()
                .findFirst();
    }

    private int number(String sql, UUID workshop) {
        return ((Number) entities.createNativeQuery(sql)
                        .setParameter("workshop", workshop)
                        .getSingleResult())
                .intValue();
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
