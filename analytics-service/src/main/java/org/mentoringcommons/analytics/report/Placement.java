package org.mentoringcommons.analytics.report;

import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.figure.Figure;
import org.mentoringcommons.analytics.section.Section;

/** Where on the page a figure stands: after the section it belongs to. */
final class Placement {

    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "workshops",
            List.of("workshop-", "modules", "people"),
            "gains",
            List.of("scores", "ratings"),
            "sites",
            List.of("forest-"));

    private Placement() {}

    static List<Figure> after(Section section, List<Figure> figures) {
        List<String> beginnings = BEGINNINGS.getOrDefault(section.section(), List.of());
        return figures.stream()
                .filter(figure -> beginnings.stream().anyMatch(figure.name()::startsWith))
                .toList();
    }
}
