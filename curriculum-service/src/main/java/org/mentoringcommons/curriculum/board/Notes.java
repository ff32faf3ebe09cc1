package org.mentoringcommons.curriculum.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was written on boards, always in an order that says nothing of when: by group, and then by random id. */
@ApplicationScoped
class Notes {

    static final int AT_MOST = 10_000;

    private static final String ADD =
            """
            insert into board_note (board, id, text)
            select :board, :id, :text where (select count(*) from board_note where board = :board) < :most
            on conflict do nothing""";
    private static final String MODERATE =
            """
            update board_note set hidden = coalesce(cast(:hidden as boolean), hidden), topic = coalesce(:topic, topic)
            where board = :board and id = any(:ids)""";
    private static final String MINGLE =
            """
            with taken as (delete from board_note where board = :board returning board, id, text, hidden, topic)
            insert into board_note (board, id, text, hidden, topic) select * from taken order by random()""";

    private final EntityManager entities;

    Notes(EntityManager entities) {
        this.entities = entities;
    }

    /** The same id again changes nothing; false if the board is full. */
    boolean add(UUID board, UUID id, String text) {
        int added = entities.createNativeQuery(ADD)
                .setParameter("board", board)
                .setParameter("id", id)
                .setParameter("text", text)
                .setParameter("most", AT_MOST)
                .executeUpdate();
        return added == 1 || !of(board, List.of(id)).isEmpty();
    }

    void moderate(UUID board, Moderation how) {
        entities.createNativeQuery(MODERATE)
                .setParameter("board", board)
                .setParameter(
                        "hidden", how.hidden() == null ? null : how.hidden().toString())
                .setParameter("topic", how.group() == null ? null : how.group().strip())
                .setParameter("ids", how.notes().toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Writes all of them anew, in one transaction and random order: from then on not even their places tell anything. */
    void mingle(UUID board) {
        entities.createNativeQuery(MINGLE).setParameter("board", board).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Note> all(UUID board) {
        return entities.createNativeQuery(
                        "select id, text, topic, hidden from board_note where board = :board order by topic collate \"C\", id",
                        Note.class)
                .setParameter("board", board)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    List<Note> of(UUID board, Collection<UUID> ids) {
        return entities.createNativeQuery(
                        """
                        select id, text, topic, hidden from board_note
                        where board = :board and id = any(:ids) order by topic collate "C", id""",
                        Note.class)
                .setParameter("board", board)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** What moderation made of each; their texts stay where they are. */
    @SuppressWarnings("unchecked")
    Map<UUID, Note.Mark> marks(UUID board) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select id, topic, hidden from board_note where board = :board")
                .setParameter("board", board)
                .getResultList();
        Map<UUID, Note.Mark> marks = new HashMap<>(rows.size() * 2);
        rows.forEach(row -> marks.put((UUID) row[0], new Note.Mark((String) row[1], (boolean) row[2])));
        return marks;
    }
}
