package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentoringcommons.analytics.study.Study;

/**
 * The newest report of the studies read last. It answers only for the same declaration and watermark, so an instance may
 * forget it at any time, and instances need not agree.
 */
@ApplicationScoped
class KeptReports {

    /** About 300 bytes each, rendered forms included: some hundred megabytes at most. */
    private static final long MOST_FIGURES = 400_000;

    private static final int LOCKS = 64;

    private final Map<String, KeptReport> byStudy = new LinkedHashMap<>(16, 0.75f, true);
    private final Object[] locks = new Object[LOCKS];
    private long figures;

    KeptReports() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * Finds the report or computes it once, however many ask at once.
     *
     * @param watermark the present state of the data
     * @param compute may see a newer state than the watermark
     */
    KeptReport get(Study study, String watermark, Supplier<Report> compute) {
        Optional<KeptReport> kept = find(study, watermark);
        if (kept.isPresent()) {
            return kept.get();
        }
        synchronized (locks[Math.floorMod(study.key().hashCode(), LOCKS)]) {
            return find(study, watermark).orElseGet(() -> {
                KeptReport computed = new KeptReport(study, compute.get());
                keep(computed);
                return computed;
            });
        }
    }

    private synchronized Optional<KeptReport> find(Study study, String watermark) {
        return Optional.ofNullable(byStudy.get(study.key())).filter(kept -> kept.isOf(study, watermark));
    }

    private synchronized void keep(KeptReport computed) {
        KeptReport before = byStudy.put(computed.declared().key(), computed);
        figures += computed.figures() - (before == null ? 0 : before.figures());
        Iterator<KeptReport> eldest = byStudy.values().iterator();
        while (figures > MOST_FIGURES && eldest.hasNext()) {
            figures -= eldest.next().figures();
            eldest.remove();
        }
    }
}
