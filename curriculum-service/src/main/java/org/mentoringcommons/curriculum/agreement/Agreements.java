package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.curriculum.person.People;

/**
 * The agreements to which the caller is a party: row-level security shows nobody another's. What was proposed and signed is
 * only ever added to; the service may not change it.
 */
@ApplicationScoped
class Agreements {

    private static final String MINE =
            """
            select a.id, a.owner, a.partner, a.definition,
              (select min(m.made_at) from agreement_mark m
               where m.tenant = a.tenant and m.agreement = a.id and m.mark = 'ended'),
              exists (select from agreement_reminder r
               where r.tenant = a.tenant and r.agreement = a.id and r.person = current_person())
            from agreement a
            where not exists (select from agreement_mark m where m.tenant = a.tenant and m.agreement = a.id
                              and m.mark = 'left' and m.owner = current_person())
              and (:id = '' or a.id = cast(nullif(:id, '') as uuid))
            order by a.id limit 500""";
    private static final String ROUNDS =
            """
            select agreement, round, cast(answers as text), cast(review_on as text), contacts_a_year, proposed_at
            from agreement_round where agreement = any(:ids) order by agreement, round""";
    private static final String SIGNATURES =
            """
            select agreement, round, owner, signed_at from agreement_signature
            where agreement = any(:ids) order by signed_at""";
    private static final String ADD =
            "insert into agreement (id, partner, definition) values (:id, :partner, :definition)";
    private static final String PROPOSE =
            """
            insert into agreement_round (agreement, round, answers, review_on, contacts_a_year)
            values (:id, :round, cast(:answers as jsonb), :reviewOn, :contacts)""";
    private static final String SIGN =
            """
            insert into agreement_signature (agreement, round) values (:id, :round)
            on conflict (tenant, agreement, round, owner) do nothing""";
    private static final String MARK =
            """
            insert into agreement_mark (agreement, mark) values (:id, :mark)
            on conflict (tenant, agreement, owner, mark) do nothing""";
    private static final String WITHDRAW = "delete from agreement where id = :id and owner = current_person()";

    private final EntityManager entities;
    private final People people;
    private final ObjectMapper json;

    Agreements(EntityManager entities, People people, ObjectMapper json) {
        this.entities = entities;
        this.people = people;
        this.json = json;
    }

    private record Head(UUID id, String owner, String partner, String definition, Instant endedAt, boolean reminded) {

        static Head of(Object[] row) {
            return new Head(
                    (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Boolean)
                            row[5]);
        }
    }

    /** All of the caller's; 404 is told of one that is none. */
    AgreementView get(UUID id) {
        return find(id).stream().findFirst().orElseThrow(AgreementProblem::noSuchAgreement);
    }

    List<AgreementView> all() {
        return find(null);
    }

    @SuppressWarnings("unchecked")
    private List<AgreementView> find(UUID id) {
        String me = people.me();
        List<Object[]> rows = entities.createNativeQuery(MINE)
                .setParameter("id", id == null ? "" : id.toString())
                .getResultList();
        List<Head> heads = rows.stream().map(Head::of).toList();
        UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
        Set<String> subjects = new LinkedHashSet<>();
        heads.forEach(head -> subjects.addAll(List.of(head.owner(), head.partner())));
        Map<String, String> names = people.names(subjects);
        List<Object[]> rounds =
                entities.createNativeQuery(ROUNDS).setParameter("ids", ids).getResultList();
        List<Object[]> signatures =
                entities.createNativeQuery(SIGNATURES).setParameter("ids", ids).getResultList();
        return heads.stream()
                .map(head -> {
                    boolean mine = head.owner().equals(me);
                    return AgreementView.of(
                            head.id(),
                            names.getOrDefault(mine ? head.partner() : head.owner(), ""),
                            mine,
                            head.endedAt(),
                            head.reminded(),
                            read(head.definition()),
                            rounds(head.id(), rounds, signatures, names));
                })
                .toList();
    }

    private List<Round> rounds(
            UUID agreement, List<Object[]> rounds, List<Object[]> signatures, Map<String, String> names) {
        List<Round> found = new ArrayList<>();
        for (Object[] row : rounds) {
            if (row[0].equals(agreement)) {
                found.add(new Round(
                        ((Number) row[1]).intValue(),
                        read((String) row[2]),
                        LocalDate.parse((String) row[3]),
                        ((Number) row[4]).intValue(),
                        (Instant) row[5],
                        signatures.stream()
                                .filter(one -> one[0].equals(agreement) && Objects.equals(one[1], row[1]))
                                .map(one ->
                                        new Round.Signature(names.getOrDefault((String) one[2], ""), (Instant) one[3]))
                                .toList()));
            }
        }
        return found;
    }

    void add(UUID id, String partner, JsonNode definition) {
        entities.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("partner", partner)
                .setParameter("definition", definition.toString())
                .executeUpdate();
    }

    void propose(UUID id, int round, JsonNode answers, LocalDate reviewOn, int contactsAYear) {
        entities.createNativeQuery(PROPOSE)
                .setParameter("id", id)
                .setParameter("round", round)
                .setParameter("answers", answers.toString())
                .setParameter("reviewOn", reviewOn)
                .setParameter("contacts", contactsAYear)
                .executeUpdate();
    }

    void sign(UUID id, int round) {
        entities.createNativeQuery(SIGN)
                .setParameter("id", id)
                .setParameter("round", round)
                .executeUpdate();
    }

    void end(UUID id) {
        mark(id, "ended");
    }

    /** The caller sees it no more; once neither does, it is gone. */
    void leave(UUID id) {
        mark(id, "left");
    }

    private void mark(UUID id, String mark) {
        entities.createNativeQuery(MARK)
                .setParameter("id", id)
                .setParameter("mark", mark)
                .executeUpdate();
    }

    /** Takes back what the caller proposed, for good. */
    void withdraw(UUID id) {
        entities.createNativeQuery(WITHDRAW).setParameter("id", id).executeUpdate();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored agreement cannot be read");
        }
    }
}
