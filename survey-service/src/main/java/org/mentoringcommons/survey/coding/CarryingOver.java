package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/**
 * Takes settled texts to the next version of their codes: merged and renamed codes by themselves; a text with a code that
 * was split goes back to its coders. What it was coded as stays on record.
 */
@ApplicationScoped
class CarryingOver {

    private static final String SETTLED =
            """
            select r.id, k.codes, (select jsonb_object_agg(j.owner, j.codes) from judgement j
                                   where j.tenant = r.tenant and j.response = r.id and j.item = k.item)
            from wave w
              join response r on r.tenant = w.tenant and r.wave = w.id
              join text_consensus k on k.tenant = r.tenant and k.response = r.id and k.item = ?
            where w.protocol = ? and k.codebook_key = ? and k.codebook_version = ?
            order by r.id for no key update of r""";
    private static final String RECORD =
            """
            insert into earlier_coding (tenant, response, item, number, codebook_key, codebook_version, codes, note,
                                        judgements)
            select k.tenant, k.response, k.item,
                   (select count(*) + 1 from earlier_coding e
                    where e.tenant = k.tenant and e.response = k.response and e.item = k.item),
                   k.codebook_key, k.codebook_version, k.codes, k.note, ?::jsonb
            from text_consensus k where k.response = ? and k.item = ?""";
    private static final String RENAME =
            """
            update text_consensus set codebook_key = ?, codebook_version = ?, codes = ?
            where response = ? and item = ?""";
    private static final TypeReference<Map<String, List<String>>> CODES_BY_CODER = new TypeReference<>() {};

    private final Statements statements;
    private final Telling telling;
    private final ObjectMapper json;

    CarryingOver(Statements statements, Telling telling, ObjectMapper json) {
        this.statements = statements;
        this.telling = telling;
        this.json = json;
    }

    private record Settled(UUID response, List<String> codes, String judgements) {}

    /**
     * Takes a protocol's settled texts of an item from one version to the one that continues it.
     *
     * @return how many go back to their coders
     */
    int carry(UUID protocol, String item, CodebookReference from, Codebook to, Assignment assignment) {
        List<Settled> settled =
                statements.list(SETTLED, CarryingOver::read, item, protocol, from.key(), from.version());
        int again = 0;
        for (Settled text : settled) {
            boolean splits = text.codes().stream()
                    .map(to::change)
                    .flatMap(Optional::stream)
                    .anyMatch(Change::splits);
            statements.update(RECORD, splits ? text.judgements() : "{}", text.response(), item);
            if (splits) {
                reopen(text, item);
                again++;
            } else {
                rename(text, item, to, assignment);
            }
        }
        return again;
    }

    private void reopen(Settled text, String item) {
        telling.erased(text.response(), item);
        for (String table : List.of("text_coding", "text_consensus")) {
            statements.update("delete from " + table + " where response = ? and item = ?", text.response(), item);
        }
    }

    private void rename(Settled text, String item, Codebook to, Assignment assignment) {
        List<String> now = to.ordered(text.codes().stream()
                .map(code -> to.change(code).flatMap(change -> change.now(code)).orElse(code))
                .toList());
        CodebookReference reference = to.reference();
        statements.update(RENAME, reference.key(), reference.version(), now, text.response(), item);
        telling.codes(text.response(), item, new Codes(reference, now), judgements(text, assignment));
    }

    private List<List<String>> judgements(Settled text, Assignment assignment) {
        try {
            Map<String, List<String>> inOrder = new TreeMap<>(assignment.order());
            inOrder.putAll(json.readValue(text.judgements(), CODES_BY_CODER));
            return List.copyOf(inOrder.values());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("codes could not be read");
        }
    }

    private static Settled read(ResultSet row) throws SQLException {
        String judgements = row.getString(3);
        return new Settled(
                row.getObject(1, UUID.class), Statements.words(row, 2), judgements == null ? "{}" : judgements);
    }
}
