package org.mentoringcommons.analytics.report;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mentoringcommons.analytics.study.Study;

/**
 * A computed report with the forms it was asked for so far.
 *
 * @param declared the study as it was declared then
 * @param took how long computing it took
 * @param computedAt the end of that, as {@link System#nanoTime} says it
 */
record KeptReport(Study declared, Report report, Duration took, long computedAt, Map<String, Document> documents) {

    KeptReport(Study declared, Report report, Duration took) {
        this(declared, report, took, System.nanoTime(), new ConcurrentHashMap<>());
    }

    /** Whether it still says what the study and the data say. */
    boolean isOf(Study study, String watermark) {
        return report.watermark().equals(watermark) && isDeclaredAs(study);
    }

    boolean isDeclaredAs(Study study) {
        return declared.key().equals(study.key())
                && declared.version() == study.version()
                && declared.title().equals(study.title())
                && declared.declaredAt().equals(study.declaredAt())
                && declared.definition().equals(study.definition());
    }

    /**
     * Whether computing it took longer than anybody waits, and was over less than that long ago. Whoever was told to come
     * back finds it then, even where the data never rest.
     */
    boolean isFreshForItsSize(Duration patience) {
        return took.compareTo(patience) > 0 && System.nanoTime() - computedAt < took.toNanos();
    }

    /** A form, rendered when it is first asked for. */
    Document document(String name, Function<Report, Document> render) {
        return documents.computeIfAbsent(name, none -> render.apply(report));
    }

    long figures() {
        return report.sections().stream()
                .flatMap(section -> section.rows().stream())
                .mapToLong(row -> row.measures().size())
                .sum();
    }
}
