package org.mentoringcommons.survey.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/**
 * The texts that are a coder's: of the institution worked for, of answers that may be used for research, redacted, and
 * assigned to the coder under a protocol that names them as evaluator. Plain SQL; hundreds are listed at once. What the
 * other coder has coded the database shows when both are done.
 */
@ApplicationScoped
public class Texts {

    private static final String OF_A_CODER =
            """
            from protocol p
              join coding_assignment a on a.tenant = p.tenant and a.protocol = p.id
              join wave w on w.tenant = p.tenant and w.protocol = p.id
              join response r on r.tenant = w.tenant and r.wave = w.id
              join redacted_text t on t.tenant = r.tenant and t.response = r.id and t.item = a.item
              left join text_consensus c on c.tenant = r.tenant and c.response = r.id and c.item = t.item
              cross join lateral (select count(*) as coders, bool_or(x.coder = ?) as own from text_coding x
                where x.tenant = r.tenant and x.response = r.id and x.item = t.item) n
            where ? = any (p.evaluators) and ? in (a.first_coder, a.second_coder) and r.research
              and (?::text is null or t.item = ?) and (?::uuid is null or w.id = ?) and (?::uuid is null or p.id = ?)
              and (?::uuid is null or r.id = ?)""";
    private static final String STATE =
            """
            case when c.response is not null then 'agreed'
                 when n.coders > 1 then 'disputed' when n.own then 'coded' else 'uncoded' end""";
    private static final String LIST =
            """
            select * from (
              select r.id, t.item, t.text, %s as state, a.codebook_key, a.codebook_version,
                     (select jsonb_object_agg(j.owner, j.codes) from judgement j
                      where j.tenant = r.tenant and j.response = r.id and j.item = t.item), c.codes, c.note
              %s and (r.id, t.item) > (?, ?)) text
            where ?::text is null or state = ?
            order by id, item limit ?"""
                    .formatted(STATE, OF_A_CODER);
    private static final String COUNT = "select %s, count(*) %s group by 1".formatted(STATE, OF_A_CODER);

    /** Locks the answer: its two coders then take effect one after the other, so the second sees the first. */
    private static final String LOCK =
            """
            select r.revision, a.codebook_key, a.codebook_version, a.first_coder, a.second_coder from response r
              join wave w on w.tenant = r.tenant and w.id = r.wave
              join protocol p on p.tenant = w.tenant and p.id = w.protocol
              join redacted_text t on t.tenant = r.tenant and t.response = r.id and t.item = ?
              join coding_assignment a on a.tenant = p.tenant and a.protocol = p.id and a.item = t.item
            where r.id = ? and r.research and ? = any (p.evaluators)
            for no key update of r for share of a""";

    private static final String CODINGS =
            """
            select c.coder, c.codebook_key, c.codebook_version, j.codes from text_coding c
              left join judgement j on j.tenant = c.tenant and j.response = c.response and j.item = c.item
                and j.owner = c.coder
            where c.response = ? and c.item = ?
            union all
            select null, codebook_key, codebook_version, codes from text_consensus where response = ? and item = ?""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final TypeReference<Map<String, List<String>>> CODES_BY_CODER = new TypeReference<>() {};

    private final Statements statements;
    private final ObjectMapper json;

    Texts(Statements statements, ObjectMapper json) {
        this.statements = statements;
        this.json = json;
    }

    /** Which texts to list; null is no matter. */
    public record Wanted(
            String item,
            State state,
            UUID wave,
            UUID protocol,
            UUID response,
            UUID afterResponse,
            String afterItem,
            int count) {

        /** The first of a protocol's answers to an item. */
        public static Wanted first(UUID protocol, String item, State state) {
            return new Wanted(item, state, null, protocol, null, null, null, 1);
        }

        /** One of them. */
        public static Wanted only(UUID protocol, String item, UUID response) {
            return new Wanted(item, null, null, protocol, response, null, null, 1);
        }
    }

    /** In random but stable order. */
    public List<TextView> list(String coder, Wanted wanted) {
        String state = wanted.state() == null ? null : wanted.state().word();
        return statements.list(
                LIST,
                this::view,
                coder,
                coder,
                coder,
                wanted.item(),
                wanted.item(),
                wanted.wave(),
                wanted.wave(),
                wanted.protocol(),
                wanted.protocol(),
                wanted.response(),
                wanted.response(),
                wanted.afterResponse() == null ? BEFORE_ALL : wanted.afterResponse(),
                wanted.afterResponse() == null ? "" : wanted.afterItem(),
                state,
                state,
                wanted.count());
    }

    /** How many of a protocol's answers to an item there are for this coder, by state. */
    public Map<State, Long> count(String coder, UUID protocol, String item) {
        Map<State, Long> counts = new LinkedHashMap<>();
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        statements
                .list(
                        COUNT,
                        row -> Map.entry(State.of(row.getString(1)), row.getLong(2)),
                        coder,
                        coder,
                        coder,
                        item,
                        item,
                        null,
                        null,
                        protocol,
                        protocol,
                        null,
                        null)
                .forEach(counted -> counts.put(counted.getKey(), counted.getValue()));
        return counts;
    }

    /** The text with all codes the caller may know, to work on until the transaction ends. */
    Optional<CodedText> lock(UUID response, String item, String evaluator) {
        return statements
                .first(
                        LOCK,
                        row -> Map.entry(
                                row.getInt(1),
                                new Assignment(
                                        new CodebookReference(row.getString(2), row.getString(3)),
                                        List.of(row.getString(4), row.getString(5)))),
                        item,
                        response,
                        evaluator)
                .map(found -> read(response, item, found.getKey(), found.getValue()));
    }

    private CodedText read(UUID response, String item, int revision, Assignment assignment) {
        Map<String, Optional<Codes>> byCoder = new LinkedHashMap<>();
        Codes[] consensus = new Codes[1];
        statements.list(
                CODINGS,
                row -> {
                    Optional<Codes> codes = row.getArray(4) == null
                            ? Optional.empty()
                            : Optional.of(new Codes(
                                    new CodebookReference(row.getString(2), row.getString(3)),
                                    Statements.words(row, 4)));
                    if (row.getString(1) == null) {
                        consensus[0] = codes.orElseThrow();
                    } else {
                        byCoder.put(row.getString(1), codes);
                    }
                    return codes;
                },
                response,
                item,
                response,
                item);
        return new CodedText(response, item, revision, assignment, byCoder, consensus[0]);
    }

    private TextView view(ResultSet row) throws SQLException {
        try {
            String codings = row.getString(7);
            return new TextView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    State.of(row.getString(4)),
                    new CodebookReference(row.getString(5), row.getString(6)),
                    codings == null ? Map.of() : json.readValue(codings, CODES_BY_CODER),
                    row.getArray(8) == null ? null : Statements.words(row, 8),
                    row.getString(9));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("codes could not be read");
        }
    }
}
