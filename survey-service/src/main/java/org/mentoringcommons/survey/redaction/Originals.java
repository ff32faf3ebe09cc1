package org.mentoringcommons.survey.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** Texts as they were written: of answers given for research, under protocols that name the evaluator. */
@ApplicationScoped
class Originals {

    private static final String OF_AN_EVALUATOR =
            """
            select r.id, t.key, r.revision, t.value, w.workshop, x.text
            from protocol p
              join wave w on w.tenant = p.tenant and w.protocol = p.id
              join response r on r.tenant = w.tenant and r.wave = w.id
              cross join lateral jsonb_each_text(r.texts) t
              left join redacted_text x on x.tenant = r.tenant and x.response = r.id and x.item = t.key
            where ? = any (p.evaluators) and r.research""";
    private static final String LIST = OF_AN_EVALUATOR
            + """
              and (?::uuid is null or p.id = ?) and (?::uuid is null or w.id = ?) and (?::text is null or t.key = ?)
              and (x.response is null or ?) and (r.id, t.key) > (?, ?)
            order by r.id, t.key limit ?"""
                    .indent(1);
    private static final String LOCK = OF_AN_EVALUATOR + " and r.id = ? and t.key = ? for no key update of r";
    private static final String COUNT =
            """
            select count(*) from (%s and p.id = ? and t.key = ? and x.response is null) waiting"""
                    .formatted(OF_AN_EVALUATOR);
    private static final String KEEP =
            """
            insert into redacted_text (tenant, response, item, text, decided_by, decided_on)
            values (current_tenant(), ?, ?, ?, ?, ?)
            on conflict (tenant, response, item) do update
              set text = excluded.text, decided_by = excluded.decided_by, decided_on = excluded.decided_on,
                  purged = false""";
    private static final String UNRELEASE = "delete from released_quote where response = ? and item = ?";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Statements statements;

    Originals(Statements statements) {
        this.statements = statements;
    }

    /** A text as it was written; {@code redacted} is null before anybody has decided. */
    record Original(UUID response, String item, int revision, String text, UUID workshop, String redacted) {}

    /** Which texts to list; null is no matter. */
    record Wanted(
            UUID protocol, UUID wave, String item, boolean decided, UUID afterResponse, String afterItem, int count) {}

    List<Original> list(String evaluator, Wanted wanted) {
        return statements.list(
                LIST,
                Originals::read,
                evaluator,
                wanted.protocol(),
                wanted.protocol(),
                wanted.wave(),
                wanted.wave(),
                wanted.item(),
                wanted.item(),
                wanted.decided(),
                wanted.afterResponse() == null ? BEFORE_ALL : wanted.afterResponse(),
                wanted.afterResponse() == null ? "" : wanted.afterItem(),
                wanted.count());
    }

    /** How many of a protocol's answers to an item nobody has decided about. */
    long waiting(String evaluator, UUID protocol, String item) {
        return statements
                .first(COUNT, row -> row.getLong(1), evaluator, protocol, item)
                .orElseThrow();
    }

    /** One text, which its author does not change and nobody codes until the transaction ends. */
    Optional<Original> lock(String evaluator, UUID response, String item) {
        return statements.first(LOCK, Originals::read, evaluator, response, item);
    }

    /** Lets these words through to coders; a quote of earlier ones is not shown any more. */
    void letThrough(Original original, String redacted, String evaluator, LocalDate day) {
        statements.update(KEEP, original.response(), original.item(), redacted, evaluator, day);
        if (!redacted.equals(original.redacted())) {
            statements.update(UNRELEASE, original.response(), original.item());
        }
    }

    private static Original read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Original(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6));
    }
}
