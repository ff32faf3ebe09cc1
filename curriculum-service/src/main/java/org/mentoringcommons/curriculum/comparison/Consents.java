package org.mentoringcommons.curriculum.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.curriculum.worksheet.FilledSheet;

/** Consents that the caller gave, or that name the caller; the other's answers only once both have. */
@ApplicationScoped
class Consents {

    private static final String FORGET =
            """
            delete from comparison_consent where owner = current_person()
              and (sheet = :sheet or (partner = :partner and worksheet = :worksheet))""";
    private static final String GIVE =
            """
            insert into comparison_consent (partner, worksheet, sheet, stage)
            values (:partner, :worksheet, :sheet, :stage)""";
    private static final String ANSWERS =
            """
            insert into comparison_answers (partner, worksheet, answers)
            values (:partner, :worksheet, cast(:answers as jsonb))""";
    private static final String WITHDRAW =
            "delete from comparison_consent where owner = current_person() and sheet = :sheet";
    private static final String OF_SHEET =
            """
            select c.owner, c.partner, c.worksheet, c.sheet, c.stage, cast(a.answers as text) from comparison_consent c
            join comparison_answers a on (a.tenant, a.owner, a.partner, a.worksheet) = (c.tenant, c.owner, c.partner, c.worksheet)
            where c.owner = current_person() and c.sheet = :sheet""";
    private static final String IN_RETURN =
            """
            select c.owner, c.partner, c.worksheet, c.sheet, c.stage, cast(a.answers as text) from comparison_consent c
            join comparison_answers a on (a.tenant, a.owner, a.partner, a.worksheet) = (c.tenant, c.owner, c.partner, c.worksheet)
            where c.owner = :partner and c.partner = current_person() and c.worksheet = :worksheet""";
    private static final String ALL =
            """
            select worksheet, case when owner = current_person() then partner else owner end as other,
              cast(max(case when owner = current_person() then cast(sheet as text) end) as text),
              bool_or(owner = current_person()), bool_or(partner = current_person())
            from comparison_consent group by worksheet, other order by worksheet, other""";

    private final EntityManager entities;
    private final ObjectMapper json;

    Consents(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** One of two. */
    record Consent(String owner, String partner, String worksheet, UUID sheet, String stage, JsonNode answers) {}

    /** A comparison, with the other's subject. */
    record Standing(String worksheet, String other, UUID sheet, boolean mine, boolean theirs) {

        ConsentView view(Map<String, String> names) {
            return new ConsentView(worksheet, names.getOrDefault(other, ""), sheet, mine, theirs);
        }
    }

    /** In place of what the caller consented to with this sheet, or with this person about this worksheet. */
    void give(FilledSheet sheet, String partner, String stage) {
        entities.createNativeQuery(FORGET)
                .setParameter("sheet", sheet.id())
                .setParameter("partner", partner)
                .setParameter("worksheet", sheet.worksheet())
                .executeUpdate();
        entities.createNativeQuery(GIVE)
                .setParameter("partner", partner)
                .setParameter("worksheet", sheet.worksheet())
                .setParameter("sheet", sheet.id())
                .setParameter("stage", stage)
                .executeUpdate();
        JsonNode answers = sheet.answers().path("stages").path(stage);
        entities.createNativeQuery(ANSWERS)
                .setParameter("partner", partner)
                .setParameter("worksheet", sheet.worksheet())
                .setParameter("answers", answers.isObject() ? answers.toString() : "{}")
                .executeUpdate();
    }

    boolean withdraw(UUID sheet) {
        return entities.createNativeQuery(WITHDRAW).setParameter("sheet", sheet).executeUpdate() == 1;
    }

    @SuppressWarnings("unchecked")
    Optional<Consent> ofSheet(UUID sheet) {
        List<Object[]> rows = entities.createNativeQuery(OF_SHEET)
                .setParameter("sheet", sheet)
                .getResultList();
        return rows.stream().map(this::consent).findFirst();
    }

    /** What the other person consented to in return. */
    @SuppressWarnings("unchecked")
    Optional<Consent> inReturn(Consent mine) {
        List<Object[]> rows = entities.createNativeQuery(IN_RETURN)
                .setParameter("partner", mine.partner())
                .setParameter("worksheet", mine.worksheet())
                .getResultList();
        return rows.stream().map(this::consent).findFirst();
    }

    @SuppressWarnings("unchecked")
    List<Standing> all() {
        List<Object[]> rows = entities.createNativeQuery(ALL).getResultList();
        return rows.stream()
                .map(row -> new Standing(
                        (String) row[0],
                        (String) row[1],
                        row[2] == null ? null : UUID.fromString((String) row[2]),
                        (Boolean) row[3],
                        (Boolean) row[4]))
                .toList();
    }

    private Consent consent(Object[] row) {
        try {
            return new Consent(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (UUID) row[3],
                    (String) row[4],
                    json.readTree((String) row[5]));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored answers cannot be read");
        }
    }
}
