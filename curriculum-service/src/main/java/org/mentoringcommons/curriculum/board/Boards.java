package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.workshop.Rescheduling;

/** The boards of the institution bound to the request; plain SQL, bound by row-level security like everything else. */
@ApplicationScoped
class Boards implements Rescheduling {

    /**
     * Sooner, never later: that a session goes on is found when its board is looked at. A note that was under way has
     * arrived by then, so of what is over by now, too. Of notes that lie in random order already, and whose session is no
     * more, nobody can tell any longer since when they are kept: it stays at what was said.
     */
    private static final String LOOK_SOONER =
            """
            update board_task t set due_at = least(t.due_at, greatest(
              coalesce(s.starts_at + s.minutes * interval '1 minute', :now), :now) + make_interval(secs => :margin))
            from board b join workshop w on (w.tenant, w.id) = (b.tenant, b.workshop)
              left join session s on (s.tenant, s.workshop, s.number) = (b.tenant, b.workshop, b.session)
                and w.status <> 'CANCELLED'
            where (t.institution, t.board) = (b.tenant, b.id) and b.workshop = :workshop
              and (s.number is not null or not b.mingled)""";

    private static final String FIND =
            """
            select b.id, b.workshop, b.session, b.prompt, b.link, b.closed, b.mingled,
                   s.starts_at + s.minutes * interval '1 minute',
                   (select count(*) from board_note n where (n.tenant, n.board) = (b.tenant, b.id))
            from board b join workshop w on (w.tenant, w.id) = (b.tenant, b.workshop)
              left join session s on (s.tenant, s.workshop, s.number) = (b.tenant, b.workshop, b.session)
                and w.status <> 'CANCELLED'
            where """;

    private final EntityManager entities;
    private final Clock clock;

    Boards(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void rescheduled(UUID workshop) {
        statement(LOOK_SOONER, Map.of("workshop", workshop, "now", clock.instant(), "margin", (double)
                Running.MARGIN.toSeconds()));
    }

    void add(UUID id, UUID workshop, int session, String prompt, Instant firstLook) {
        statement(
                """
                insert into board (id, workshop, session, prompt, link)
                values (:id, :workshop, :session, :prompt, gen_random_uuid())""",
                Map.of("id", id, "workshop", workshop, "session", session, "prompt", prompt));
        statement(
                "insert into board_task (institution, board, due_at) values (current_tenant(), :id, :due)",
                Map.of("id", id, "due", firstLook));
    }

    Board get(UUID id) {
        return one("b.id = :it", id).orElseThrow(BoardProblem::noSuchBoard);
    }

    Optional<Board> byLink(UUID link) {
        return one("b.link = :it", link);
    }

    /** Of a workshop, in the order of its sessions and then of ids. */
    List<Board> of(UUID workshop) {
        return list("b.workshop = :it", workshop);
    }

    void close(UUID id, boolean closed) {
        statement("update board set closed = :closed where id = :id", Map.of("id", id, "closed", closed));
    }

    /** Voids the links there are. */
    void renewLink(UUID id) {
        statement("update board set link = gen_random_uuid() where id = :id", Map.of("id", id));
    }

    /** With all its notes. */
    void remove(UUID id) {
        statement("delete from board where id = :id", Map.of("id", id));
    }

    void mingled(UUID id) {
        statement("update board set mingled = true where id = :id", Map.of("id", id));
    }

    /** A note came behind the others, which may be mingled: all are when the session is over at last. */
    void written(UUID id, Instant next) {
        statement("update board set mingled = false where id = :id and mingled", Map.of("id", id));
        statement(
                "update board_task set due_at = :next where board = :id and due_at > :next",
                Map.of("id", id, "next", next));
    }

    private Optional<Board> one(String condition, UUID it) {
        return list(condition, it).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<Board> list(String condition, UUID it) {
        List<Object[]> rows = entities.createNativeQuery(
                        FIND + " " + condition + " order by s.starts_at nulls last, b.session, b.id")
                .setParameter("it", it)
                .getResultList();
        return rows.stream()
                .map(row -> new Board(
                        (UUID) row[0],
                        (UUID) row[1],
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        (UUID) row[4],
                        (boolean) row[5],
                        (boolean) row[6],
                        (Instant) row[7],
                        ((Number) row[8]).longValue()))
                .toList();
    }

    private void statement(String sql, Map<String, Object> values) {
        Query statement = entities.createNativeQuery(sql);
        values.forEach(statement::setParameter);
        statement.executeUpdate();
    }
}
