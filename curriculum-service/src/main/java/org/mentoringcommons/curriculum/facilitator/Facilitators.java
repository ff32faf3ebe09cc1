package org.mentoringcommons.curriculum.facilitator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Those who teach at the institution bound to the request. What they delivered and attended is found, not kept; plain SQL,
 * bound by row-level security like everything else.
 */
@ApplicationScoped
class Facilitators {

    private static final String WORKSHOPS =
            """
            select w.id, w.name, w.curriculum, w.curriculum_version,
                   cast(min(s.starts_at) at time zone w.time_zone as date)
            from workshop w join session s on (s.tenant, s.workshop) = (w.tenant, w.id)
            where w.status = 'DELIVERED' and exists (%s)
            group by w.tenant, w.id order by 5 desc, w.id""";
    private static final String DELIVERED = WORKSHOPS.formatted(
            "select from workshop_facilitator d where (d.tenant, d.workshop) = (w.tenant, w.id) and d.facilitator = :id");
    private static final String ATTENDED = WORKSHOPS.formatted(
            """
            select from attendance a
              join participant p on (p.tenant, p.workshop, p.id) = (a.tenant, a.workshop, a.participant)
              join facilitator f on (f.tenant, f.mailbox) = (p.tenant, p.mailbox)
            where (a.tenant, a.workshop) = (w.tenant, w.id) and f.id = :id""");

    private final EntityManager entities;

    Facilitators(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<FacilitatorView.Line> after(UUID id, int limit) {
        return entities.createNativeQuery(
                        "select id, name, email, offered from facilitator where id > :id order by id",
                        FacilitatorView.Line.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whom the institutions of our hub offer, in the order of ids. */
    List<FacilitatorView.Offered> ofOurHub(UUID after, int limit) {
        return offered(
                entities.createNativeQuery(
                        "select * from facilitators_of_our_hub(:after, :limit)", FacilitatorView.Offered.class),
                after,
                limit);
    }

    /** Whom the institutions of a hub offer, which has been found to be the caller's. */
    @Transactional
    List<FacilitatorView.Offered> ofHub(String hub, UUID after, int limit) {
        return offered(
                entities.createNativeQuery(
                                "select * from facilitators_of_hub(:hub, :after, :limit)",
                                FacilitatorView.Offered.class)
                        .setParameter("hub", hub),
                after,
                limit);
    }

    @SuppressWarnings("unchecked")
    private static List<FacilitatorView.Offered> offered(Query pool, UUID after, int limit) {
        return pool.setParameter("after", after).setParameter("limit", limit).getResultList();
    }

    Optional<FacilitatorView> find(UUID id) {
        return line("id = :who", id)
                .map(found -> new FacilitatorView(
                        found.id(),
                        found.name(),
                        found.email(),
                        found.offered(),
                        trainings(id),
                        workshops(DELIVERED, id),
                        workshops(ATTENDED, id)));
    }

    /** Whoever has this mailbox. */
    Optional<UUID> byMailbox(String mailbox) {
        return line("mailbox = :who", mailbox).map(FacilitatorView.Line::id);
    }

    void add(UUID id, NewFacilitator who) {
        write(
                """
                insert into facilitator (tenant, id, name, email, mailbox, offered)
                values (current_tenant(), :id, :name, :email, :mailbox, :offered)""",
                id,
                who);
    }

    void change(UUID id, NewFacilitator who) {
        write(
                """
                update facilitator set name = :name, email = :email, mailbox = :mailbox, offered = :offered
                where id = :id""",
                id,
                who);
    }

    /** With all that is known of them; workshops stay. */
    boolean remove(UUID id) {
        return statement("delete from facilitator where id = :id", Map.of("id", id)) > 0;
    }

    @SuppressWarnings("unchecked")
    List<UUID> among(Collection<UUID> ids) {
        return entities.createNativeQuery("select id from facilitator where id = any(:ids)", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    List<FacilitatorView.Line> of(UUID workshop) {
        return entities.createNativeQuery(
                        """
                        select f.id, f.name, f.email, f.offered from facilitator f
                          join workshop_facilitator d on (d.tenant, d.facilitator) = (f.tenant, f.id)
                        where d.workshop = :workshop order by f.name, f.id""",
                        FacilitatorView.Line.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    /** Those they teach or taught, in the order of their ids. */
    @SuppressWarnings("unchecked")
    List<UUID> workshopsOf(UUID facilitator) {
        return entities.createNativeQuery(
                        "select workshop from workshop_facilitator where facilitator = :id order by workshop",
                        UUID.class)
                .setParameter("id", facilitator)
                .getResultList();
    }

    void assign(UUID workshop, Collection<UUID> ids) {
        statement("delete from workshop_facilitator where workshop = :workshop", Map.of("workshop", workshop));
        statement(
                """
                insert into workshop_facilitator (tenant, workshop, facilitator)
                select distinct current_tenant(), cast(:workshop as uuid), who from unnest(cast(:ids as uuid[])) who""",
                Map.of("workshop", workshop, "ids", ids.toArray(UUID[]::new)));
    }

    private void write(String sql, UUID id, NewFacilitator who) {
        statement(
                sql,
                Map.of(
                        "id",
                        id,
                        "name",
                        who.name().strip(),
                        "email",
                        who.email(),
                        "mailbox",
                        who.mailbox(),
                        "offered",
                        who.offered()));
        statement("delete from facilitator_training where facilitator = :id", Map.of("id", id));
        for (int at = 0; at < who.trainings().size(); at++) {
            NewFacilitator.Training training = who.trainings().get(at);
            statement(
                    """
                    insert into facilitator_training (tenant, facilitator, position, title, trained_on, trained_by)
                    values (current_tenant(), :id, :position, :title, :trainedOn, :trainedBy)""",
                    Map.of(
                            "id",
                            id,
                            "position",
                            at,
                            "title",
                            training.title(),
                            "trainedOn",
                            training.trainedOn(),
                            "trainedBy",
                            training.trainedBy()));
        }
    }

    private int statement(String sql, Map<String, Object> values) {
        Query statement = entities.createNativeQuery(sql);
        values.forEach(statement::setParameter);
        return statement.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Optional<FacilitatorView.Line> line(String condition, Object who) {
        return entities.createNativeQuery(
                        "select id, name, email, offered from facilitator where " + condition,
                        FacilitatorView.Line.class)
                .setParameter("who", who)
                .getResultStream()
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<NewFacilitator.Training> trainings(UUID id) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select title, trained_on, trained_by from facilitator_training
                        where facilitator = :id order by position""")
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new NewFacilitator.Training((String) row[0], day(row[1]), (String) row[2]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<FacilitatorView.Of> workshops(String sql, UUID id) {
        List<Object[]> rows =
                entities.createNativeQuery(sql).setParameter("id", id).getResultList();
        return rows.stream()
                .map(row -> new FacilitatorView.Of(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], day(row[4])))
                .toList();
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
