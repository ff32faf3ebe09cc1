package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Hands out finished files, part by part. */
@ApplicationScoped
class Parts {

    private static final String SIZES =
            """
            select p.sheet, sum(octet_length(p.content)) from export_part p
              join export e on e.tenant = p.tenant and e.id = p.export and e.attempt = p.attempt
            where e.id = ? and e.state = 'ready' group by p.sheet""";
    private static final String READ =
            """
            select p.content from export_part p
              join export e on e.tenant = p.tenant and e.id = p.export and e.attempt = p.attempt
            where e.id = ? and e.state = 'ready' and p.sheet = ? and p.part = ?""";

    private final Statements statements;
    private final TenantTransaction transaction;

    Parts(Statements statements, TenantTransaction transaction) {
        this.statements = statements;
        this.transaction = transaction;
    }

    /** In bytes, of each file of an export that is ready. */
    Map<Sheet, Long> sizes(UUID export) {
        Map<Sheet, Long> sizes = new EnumMap<>(Sheet.class);
        statements.list(SIZES, row -> sizes.put(Sheet.of(row.getString(1)).orElseThrow(), row.getLong(2)), export);
        return sizes;
    }

    /**
     * Writes a file of so many bytes, holding one part at a time.
     *
     * @throws IOException if it is recalled, cancelled or thrown away meanwhile: the receiver gets less than was announced
     */
    void copy(Tenant institution, UUID export, Sheet sheet, long bytes, OutputStream out) throws IOException {
        long left = bytes;
        for (int part = 0; left > 0; part++) {
            int number = part;
            Optional<byte[]> content = transaction.call(
                    institution, () -> statements.first(READ, row -> row.getBytes(1), export, sheet.word(), number));
            out.write(content.orElseThrow(() -> new IOException("the export is no longer there")));
            left -= content.get().length;
        }
    }
}
