package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.study.Study;

/**
 * What was read of each institution for the studies read last, within a part of the memory; a study that does not fit alone
 * is read anew every time. After one answer only the institution it belongs to is read.
 */
@ApplicationScoped
class KeptPortions {

    /** What a pass depends on besides the rows. */
    record Basis(Study.Definition definition, StudyInstruments instruments) {}

    private record Kept(Basis basis, Map<String, Portion> portions, long bytes) {}

    private final long mostBytes;
    private final Map<String, Kept> byStudy = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    @Inject
    KeptPortions(ReportSettings settings) {
        this(Runtime.getRuntime().maxMemory() / settings.keptPartOfMemory());
    }

    KeptPortions(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What is kept of a study's institutions, by their id, if it was read on the same basis. */
    synchronized Map<String, Portion> of(String study, Basis basis) {
        Kept kept = byStudy.get(study);
        return kept == null || !kept.basis().equals(basis) ? Map.of() : kept.portions();
    }

    /** @param portions of all institutions, by their id; not to be changed any more */
    synchronized void keep(String study, Basis basis, Map<String, Portion> portions) {
        forget(study);
        long size = portions.values().stream().mapToLong(Portion::bytes).sum();
        if (size <= mostBytes) {
            byStudy.put(study, new Kept(basis, portions, size));
            bytes += size;
        }
        Iterator<Kept> eldest = byStudy.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    private void forget(String study) {
        Kept before = byStudy.remove(study);
        bytes -= before == null ? 0 : before.bytes();
    }
}
