package org.mentoringcommons.analytics.extract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Hands out finished files, part by part. */
@ApplicationScoped
class Parts {

    private final EntityManager database;
    private final TenantTransaction transaction;

    Parts(EntityManager database, TenantTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Writes a file, holding one part at a time.
     *
     * @throws IOException if it is recalled, cancelled or swept away meanwhile: the receiver gets less than was announced
     */
    void copy(Extract extract, OutputStream out) throws IOException {
        long left = extract.bytes().orElseThrow();
        for (int part = 0; left > 0; part++) {
            byte[] content = read(extract, part).orElseThrow(() -> new IOException("the extract is no longer there"));
            out.write(content);
            left -= content.length;
        }
    }

    private Optional<byte[]> read(Extract extract, int part) {
        return transaction.call(null, () -> database.createNativeQuery(
                        """
                        select p.content from extract_part p join extract e on e.id = p.extract
                        where e.id = ?1 and e.state = 'ready' and p.attempt = ?2 and p.part = ?3""",
                        byte[].class)
                .setParameter(1, extract.id())
                .setParameter(2, extract.attempt())
                .setParameter(3, part)
                .getResultStream()
                .map(content -> (byte[]) content)
                .findFirst());
    }
}
