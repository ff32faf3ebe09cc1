package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.report.Document;

/** Documents of frozen releases that were read lately. They never change, so nothing has to be asked of the database. */
@ApplicationScoped
class AtHand {

    private record Name(int release, String document) {}

    private final Releases releases;
    private final long most;
    private final Map<Name, Document> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    AtHand(Releases releases, ReleaseSettings settings) {
        this.releases = releases;
        this.most = settings.atHand();
    }

    /** {@return a document of a release; empty if it has none of this name} */
    Optional<Document> document(int release, String name) {
        Name wanted = new Name(release, name);
        synchronized (this) {
            Document known = documents.get(wanted);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Document> found = releases.document(release, name);
        found.ifPresent(document -> keep(wanted, document));
        return found;
    }

    private synchronized void keep(Name name, Document document) {
        if (documents.putIfAbsent(name, document) != null) {
            return;
        }
        bytes += size(document);
        Iterator<Map.Entry<Name, Document>> oldest = documents.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= size(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long size(Document document) {
        return document.body().length + (document.compressed() == null ? 0 : document.compressed().length);
    }
}
