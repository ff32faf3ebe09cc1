package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.exchange.Outbox;
import org.mentoringcommons.survey.database.Statements;

/** Tells the other services of codes, each time with a version above what was told of the text before. */
@ApplicationScoped
class Telling {

    /**
     * Codes of revision r were told as 2r - 1 and taken back as 2r when there was one version of a codebook; so the row,
     * which came later, begins where that would be.
     */
    private static final String VERSION =
            """
            insert into told_coding as t (tenant, response, item, version)
            select r.tenant, r.id, ?, 2 * r.revision - 1 from response r where r.tenant = current_tenant() and r.id = ?
            on conflict (tenant, response, item) do update set version = greatest(t.version + 1, excluded.version)
            returning version""";

    private final Statements statements;
    private final Outbox outbox;

    Telling(Statements statements, Outbox outbox) {
        this.statements = statements;
        this.outbox = outbox;
    }

    void codes(UUID response, String item, Codes consensus, List<List<String>> judgements) {
        outbox.append(CodingFact.of(response, item, next(response, item), consensus, judgements));
    }

    void erased(UUID response, String item) {
        outbox.append(CodingFact.erased(response, item, next(response, item)));
    }

    private long next(UUID response, String item) {
        return statements.first(VERSION, row -> row.getLong(1), item, response).orElseThrow();
    }
}
