package org.mentoringcommons.survey.quote;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** The released quotes of the institution worked for. */
@ApplicationScoped
class Quotes {

    private static final String LOCK =
            """
            select t.text, q.quote, p.id from redacted_text t
              join response r on r.tenant = t.tenant and r.id = t.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
              join protocol p on p.tenant = w.tenant and p.id = w.protocol
              left join released_quote q on q.tenant = t.tenant and q.response = t.response and q.item = t.item
            where t.response = ? and t.item = ? and r.research and ? = any (p.evaluators)
            for no key update of r""";
    private static final String RELEASE =
            """
            insert into released_quote (tenant, response, item, quote, released_by) values (current_tenant(), ?, ?, ?, ?)
            on conflict (tenant, response, item) do update
              set quote = excluded.quote, released_by = excluded.released_by""";
    private static final String TAKE_BACK = "delete from released_quote where response = ? and item = ?";
    private static final String LIST =
            """
            select q.id, w.protocol, q.item, q.quote, c.codes from released_quote q
              join response r on r.tenant = q.tenant and r.id = q.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
              left join text_consensus c on c.tenant = q.tenant and c.response = q.response and c.item = q.item
            where (?::uuid is null or w.protocol = ?) and (?::text is null or q.item = ?) and q.id > ?
            order by q.id limit ?""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Statements statements;

    Quotes(Statements statements) {
        this.statements = statements;
    }

    /** @param quote null if none is released */
    record Quotable(String text, String quote, UUID protocol) {}

    /** What may be quoted of a text, if this evaluator may; nobody redacts it until the transaction ends. */
    Optional<Quotable> lock(UUID response, String item, String evaluator) {
        return statements.first(
                LOCK,
                row -> new Quotable(row.getString(1), row.getString(2), row.getObject(3, UUID.class)),
                response,
                item,
                evaluator);
    }

    void release(UUID response, String item, String quote, String evaluator) {
        statements.update(RELEASE, response, item, quote, evaluator);
    }

    void takeBack(UUID response, String item) {
        statements.update(TAKE_BACK, response, item);
    }

    List<QuoteView> after(UUID id, UUID protocol, String item, int count) {
        return statements.list(
                LIST,
                row -> new QuoteView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        Statements.words(row, 5)),
                protocol,
                protocol,
                item,
                item,
                id == null ? BEFORE_ALL : id,
                count);
    }
}
