package org.mentoringcommons.curriculum.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The agreements to which the caller is a party: row-level security shows nobody another's. What was proposed and signed is
 * only ever added to; the service may not change it.
 */
@ApplicationScoped
class Agreements {

    /** Of those the caller proposed and still sees. */
    static final int PROPOSED_AT_MOST = 100;

    static final int ROUNDS_AT_MOST = 50;

    private static final String LOCK = "select lock_agreement(:id)";
    private static final String COUNT =
            """
            select count(*) from agreement a where a.owner = current_person() and not exists (
              select from agreement_mark m where m.tenant = a.tenant and m.agreement = a.id
                and m.mark = 'left' and m.owner = current_person())""";
    private static final String DEFINITION = "select definition from agreement where id = :id";
    private static final String ROUNDS =
            """
            select round, cast(answers as text), cast(review_on as text), contacts_a_year, proposed_at
            from agreement_round where agreement = :id order by round""";
    private static final String SIGNATURES =
            """
            select s.round, coalesce(p.username, ''), s.signed_at
            from agreement_signature s left join known_person p on p.tenant = s.tenant and p.subject = s.owner
            where s.agreement = :id order by s.signed_at""";
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
    private final AgreementHeads heads;
    private final ObjectMapper json;

    Agreements(EntityManager entities, AgreementHeads heads, ObjectMapper json) {
        this.entities = entities;
        this.heads = heads;
        this.json = json;
    }

    /** One of the caller's; 404 for any other. */
    AgreementView get(UUID id) {
        AgreementHead head = heads.find(id).orElseThrow(AgreementProblem::noSuchAgreement);
        String definition = (String) entities.createNativeQuery(DEFINITION, String.class)
                .setParameter("id", id)
                .getSingleResult();
        return AgreementView.of(head, read(definition), rounds(id));
    }

    /** One of the caller's, of which nobody changes anything until the transaction ends; 404 for any other. */
    AgreementView locked(UUID id) {
        entities.createNativeQuery(LOCK).setParameter("id", id).getSingleResult();
        return get(id);
    }

    int count() {
        return ((Number) entities.createNativeQuery(COUNT).getSingleResult()).intValue();
    }

    @SuppressWarnings("unchecked")
    private List<Round> rounds(UUID id) {
        List<Object[]> rounds =
                entities.createNativeQuery(ROUNDS).setParameter("id", id).getResultList();
        List<Object[]> signatures =
                entities.createNativeQuery(SIGNATURES).setParameter("id", id).getResultList();
        var byRound = signatures.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(
                                row -> new Round.Signature((String) row[1], (Instant) row[2]), Collectors.toList())));
        return rounds.stream()
                .map(row -> new Round(
                        ((Number) row[0]).intValue(),
                        read((String) row[1]),
                        LocalDate.parse((String) row[2]),
                        ((Number) row[3]).intValue(),
                        (Instant) row[4],
                        byRound.getOrDefault(row[0], List.of())))
                .toList();
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

    /** The caller sees it no more, and for the other it has ended; once neither sees it, it is gone. */
    void leave(UUID id) {
        mark(id, "left");
    }

    private void mark(UUID id, String mark) {
        entities.createNativeQuery(MARK)
                .setParameter("id", id)
                .setParameter("mark", mark)
                .executeUpdate();
    }

    /** Takes back what the caller proposed, for good; only of one that is locked, lest it was signed meanwhile. */
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
