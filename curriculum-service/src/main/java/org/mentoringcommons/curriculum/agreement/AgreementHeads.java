package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.person.People;

/** How far the caller's agreements have come, without reading what is agreed. */
@ApplicationScoped
class AgreementHeads {

    // whatever one of the two did to have it no more ends it for both
    private static final String MINE =
            """
            select a.id, coalesce(p.username, ''), a.owner = current_person(),
              cast(cast(a.definition as json) -> 'title' as text), n.newest, f.in_force, cast(r.review_on as text),
              (select min(m.made_at) from agreement_mark m where m.tenant = a.tenant and m.agreement = a.id),
              exists (select from agreement_reminder w
                where w.tenant = a.tenant and w.agreement = a.id and w.person = current_person())
            from agreement a
              cross join lateral (select max(o.round) as newest from agreement_round o
                where o.tenant = a.tenant and o.agreement = a.id) n
              cross join lateral (select max(b.round) as in_force from (select s.round from agreement_signature s
                where s.tenant = a.tenant and s.agreement = a.id group by s.round having count(*) = 2) b) f
              join agreement_round r
                on r.tenant = a.tenant and r.agreement = a.id and r.round = coalesce(f.in_force, n.newest)
              left join known_person p
                on p.tenant = a.tenant and p.subject = case a.owner when current_person() then a.partner else a.owner end
            where not exists (select from agreement_mark m where m.tenant = a.tenant and m.agreement = a.id
                              and m.mark = 'left' and m.owner = current_person())""";
    private static final String ONE = MINE + " and a.id = :id";
    private static final String PAGE = MINE + " and a.id > :after order by a.id";

    private final EntityManager entities;
    private final People people;
    private final ObjectMapper json;

    AgreementHeads(EntityManager entities, People people, ObjectMapper json) {
        this.entities = entities;
        this.people = people;
        this.json = json;
    }

    Optional<AgreementHead> find(UUID id) {
        return heads(entities.createNativeQuery(ONE).setParameter("id", id)).stream()
                .findFirst();
    }

    List<AgreementHead> after(UUID after, int limit) {
        return heads(
                entities.createNativeQuery(PAGE).setParameter("after", after).setMaxResults(limit));
    }

    @SuppressWarnings("unchecked")
    private List<AgreementHead> heads(Query query) {
        people.me();
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> AgreementHead.of(
                        (UUID) row[0],
                        (String) row[1],
                        (Boolean) row[2],
                        title((String) row[3]),
                        ((Number) row[4]).intValue(),
                        row[5] == null ? null : ((Number) row[5]).intValue(),
                        LocalDate.parse((String) row[6]),
                        (Instant) row[7],
                        (Boolean) row[8]))
                .toList();
    }

    private String title(String text) {
        try {
            return json.readTree(text).asText();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored title cannot be read");
        }
    }
}
