package org.mentoringcommons.survey.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The protocols of the institution worked for. */
@ApplicationScoped
public class Protocols {

    private final EntityManager database;

    Protocols(EntityManager database) {
        this.database = database;
    }

    public Optional<Protocol> find(UUID id) {
        return Optional.ofNullable(database.find(Protocol.class, id));
    }

    /** The protocol under which to ask after a workshop of this curriculum on this day; the newest if there are several. */
    public Optional<Protocol> valid(String curriculum, LocalDate day) {
        return database.createQuery(
                        """
                        from Protocol p where array_contains(p.curricula, :curriculum)
                          and p.validFrom <= :day and (p.validTo is null or p.validTo >= :day)
                        order by p.validFrom desc, p.number, p.board""",
                        Protocol.class)
                .setParameter("curriculum", curriculum)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    boolean exists(String board, String number) {
        return !database.createQuery(
                        "select 1 from Protocol p where p.board = :board and p.number = :number", Integer.class)
                .setParameter("board", board)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    void add(Protocol protocol) {
        database.persist(protocol);
        database.flush();
    }

    List<Protocol> after(UUID id, int count) {
        return database.createQuery("from Protocol p where :id is null or p.id > :id order by p.id", Protocol.class)
                .setParameter("id", id)
                .setMaxResults(count)
                .getResultList();
    }
}
