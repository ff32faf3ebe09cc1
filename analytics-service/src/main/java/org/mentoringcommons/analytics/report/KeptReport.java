package org.mentoringcommons.analytics.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mentoringcommons.analytics.study.Study;

/**
 * A computed report with the forms it was asked for so far.
 *
 * @param declared the study as it was declared then
 */
record KeptReport(Study declared, Report report, Map<String, Document> documents) {

    KeptReport(Study declared, Report report) {
        this(declared, report, new ConcurrentHashMap<>());
    }

    /** Whether it still says what the study and the data say. */
    boolean isOf(Study study, String watermark) {
        return report.watermark().equals(watermark)
                && declared.key().equals(study.key())
                && declared.version() == study.version()
                && declared.title().equals(study.title())
                && declared.declaredAt().equals(study.declaredAt())
                && declared.definition().equals(study.definition());
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
