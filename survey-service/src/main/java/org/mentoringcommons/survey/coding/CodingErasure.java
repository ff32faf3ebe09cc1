package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/**
 * Takes back what was made of words that are withdrawn: codes, earlier ones, quotes, and what was let through to coders.
 * What coders had coded alone goes with the row that says that they had.
 */
@ApplicationScoped
public class CodingErasure {

    private static final List<String> MADE_OF_WORDS =
            List.of("text_coding", "text_consensus", "earlier_coding", "released_quote", "redacted_text");

    private static final String TOLD = "select response, item from text_consensus where response = any (?)";
    private static final String LET_THROUGH =
            """
            update response r set texts = r.texts || x.words
            from (select tenant, response, jsonb_object_agg(item, text) as words from redacted_text
                  where response = any (?) group by tenant, response) x
            where r.tenant = x.tenant and r.id = x.response""";

    private final Statements statements;
    private final Telling telling;

    CodingErasure(Statements statements, Telling telling) {
        this.statements = statements;
        this.telling = telling;
    }

    private record Text(UUID response, String item) {}

    /**
     * Removes all that was made of these answers' words, and tells what had been told of it. What stays of the answers
     * has the redacted words only. The answers must be locked, and still there.
     */
    public void eraseOf(Collection<UUID> responses) {
        if (responses.isEmpty()) {
            return;
        }
        told(TOLD, responses);
        statements.update(LET_THROUGH, responses);
        for (String table : MADE_OF_WORDS) {
            statements.update("delete from " + table + " where response = any (?)", responses);
        }
    }

    /** As {@link #eraseOf(Collection)}, of these items of one answer, which must be locked and not corrected yet. */
    public void eraseOf(UUID response, Collection<String> items) {
        if (items.isEmpty()) {
            return;
        }
        told(TOLD + " and item = any (?)", List.of(response), items);
        for (String table : MADE_OF_WORDS) {
            statements.update("delete from " + table + " where response = ? and item = any (?)", response, items);
        }
    }

    private void told(String which, Object... values) {
        statements
                .list(which, row -> new Text(row.getObject(1, UUID.class), row.getString(2)), values)
                .forEach(text -> telling.erased(text.response(), text.item()));
    }
}
