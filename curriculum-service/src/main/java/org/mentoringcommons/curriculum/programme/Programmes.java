package org.mentoringcommons.curriculum.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mentoringcommons.curriculum.catalog.Audience;

/** The programmes of the institution bound to the request; written whole, by one statement a table. */
@ApplicationScoped
class Programmes {

    /** Minutes by mailbox and audience, in delivered workshops. */
    private static final String ATTENDED =
            """
            select p.mailbox, w.audience, cast(sum(least(a.minutes, s.minutes)) as int)
            from programme_member m
              join participant p on (p.tenant, p.mailbox) = (m.tenant, m.mailbox)
              join workshop w on (w.tenant, w.id) = (p.tenant, p.workshop) and w.status = 'DELIVERED'
              join attendance a on (a.tenant, a.workshop, a.participant) = (p.tenant, p.workshop, p.id)
              join session s on (s.tenant, s.workshop, s.number) = (a.tenant, a.workshop, a.session)
            where m.programme = :programme group by p.mailbox, w.audience""";

    private final EntityManager entities;

    Programmes(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<String> all() {
        return entities.createNativeQuery(
                        """
                        select programme from programme_requirement union select programme from programme_member
                        order by 1""",
                        String.class)
                .getResultList();
    }

    List<NewProgramme.Requirement> requirements(String programme) {
        return rows(
                        "select year, audience, minutes from programme_requirement where programme = :programme"
                                + " order by year, audience",
                        programme)
                .stream()
                .map(row -> new NewProgramme.Requirement(
                        (Integer) row[0], Audience.valueOf((String) row[1]), (Integer) row[2]))
                .toList();
    }

    List<NewProgramme.Member> members(String programme) {
        return rows(
                        "select name, email, year from programme_member where programme = :programme order by position",
                        programme)
                .stream()
                .map(row -> new NewProgramme.Member((String) row[0], (String) row[1], (Integer) row[2]))
                .toList();
    }

    Map<String, Map<Audience, Integer>> attended(String programme) {
        Map<String, Map<Audience, Integer>> attended = new HashMap<>();
        rows(ATTENDED, programme).forEach(row -> attended.computeIfAbsent((String) row[0], mailbox -> new HashMap<>())
                .put(Audience.valueOf((String) row[1]), (Integer) row[2]));
        return attended;
    }

    void replace(String programme, NewProgramme described) {
        for (String table : List.of("programme_requirement", "programme_member")) {
            entities.createNativeQuery("delete from " + table + " where programme = :programme")
                    .setParameter("programme", programme)
                    .executeUpdate();
        }
        List<NewProgramme.Requirement> requirements = described.requirements();
        entities.createNativeQuery(
                        """
                        insert into programme_requirement (tenant, programme, year, audience, minutes)
                        select current_tenant(), :programme, told.* from unnest(
                          cast(:years as int[]), cast(:audiences as text[]), cast(:minutes as int[])) told""")
                .setParameter("programme", programme)
                .setParameter("years", numbers(requirements, NewProgramme.Requirement::year))
                .setParameter(
                        "audiences", words(requirements, row -> row.audience().name()))
                .setParameter("minutes", numbers(requirements, NewProgramme.Requirement::minutes))
                .executeUpdate();
        List<NewProgramme.Member> members = described.members();
        entities.createNativeQuery(
                        """
                        insert into programme_member (tenant, programme, mailbox, name, email, year, position)
                        select current_tenant(), :programme, told.* from unnest(
                          cast(:mailboxes as text[]), cast(:names as text[]), cast(:emails as text[]),
                          cast(:years as int[])) with ordinality told""")
                .setParameter("programme", programme)
                .setParameter("mailboxes", words(members, NewProgramme.Member::mailbox))
                .setParameter("names", words(members, NewProgramme.Member::name))
                .setParameter("emails", words(members, NewProgramme.Member::email))
                .setParameter("years", numbers(members, NewProgramme.Member::year))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, String programme) {
        return entities.createNativeQuery(sql)
                .setParameter("programme", programme)
                .getResultList();
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static <T> String[] words(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
