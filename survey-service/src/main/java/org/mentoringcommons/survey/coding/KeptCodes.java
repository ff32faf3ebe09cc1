package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;

/** Writes what texts are coded as. */
@ApplicationScoped
class KeptCodes {

    private static final String CODE =
            """
            insert into text_coding (tenant, response, item, coder, codebook_key, codebook_version)
            values (current_tenant(), ?, ?, ?, ?, ?)
            on conflict (tenant, response, item, coder) do update
              set codebook_key = excluded.codebook_key, codebook_version = excluded.codebook_version""";
    private static final String JUDGE =
            """
            insert into judgement (tenant, response, item, owner, codes) values (current_tenant(), ?, ?, ?, ?)
            on conflict (tenant, response, item, owner) do update set codes = excluded.codes""";
    private static final String UNDO = "delete from text_coding where response = ? and item = ? and coder = ?";
    private static final String AGREE =
            """
            insert into text_consensus (tenant, response, item, codebook_key, codebook_version, codes, note, settled_by)
            values (current_tenant(), ?, ?, ?, ?, ?, ?, ?)""";

    private final Statements statements;

    KeptCodes(Statements statements) {
        this.statements = statements;
    }

    void code(UUID response, String item, String coder, Codes codes) {
        CodebookReference codebook = codes.codebook();
        statements.update(CODE, response, item, coder, codebook.key(), codebook.version());
        statements.update(JUDGE, response, item, coder, codes.codes());
    }

    void undo(UUID response, String item, String coder) {
        statements.update(UNDO, response, item, coder);
    }

    /** @param settledBy null if both had coded the same */
    void agree(UUID response, String item, Codes codes, String note, String settledBy) {
        CodebookReference codebook = codes.codebook();
        statements.update(AGREE, response, item, codebook.key(), codebook.version(), codes.codes(), note, settledBy);
    }
}
