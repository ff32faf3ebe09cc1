package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest report of the studies read last. It answers only for the same declaration and watermark, so an instance may
 * forget it at any time, and instances need not agree.
 */
@ApplicationScoped
class KeptReports {

    /** About 300 bytes each, rendered forms included: some hundred megabytes at most. */
    private static final long MOST_FIGURES = 400_000;

    private final Map<String, KeptReport> byStudy = new LinkedHashMap<>(16, 0.75f, true);
    private long figures;

    /** The newest report of a study, of whatever declaration and state. */
    synchronized Optional<KeptReport> find(String study) {
        return Optional.ofNullable(byStudy.get(study));
    }

    synchronized void forget(String study) {
        KeptReport before = byStudy.remove(study);
        figures -= before == null ? 0 : before.figures();
    }

    synchronized void keep(KeptReport computed) {
        String study = computed.declared().key();
        forget(study);
        byStudy.put(study, computed);
        figures += computed.figures();
        Iterator<KeptReport> eldest = byStudy.values().iterator();
        while (figures > MOST_FIGURES && eldest.hasNext()) {
            figures -= eldest.next().figures();
            eldest.remove();
        }
    }
}
