package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.report.Cell.count;
import static org.mentoringcommons.analytics.report.Cell.p;
import static org.mentoringcommons.analytics.report.Cell.withInterval;
import static org.mentoringcommons.analytics.report.Layout.column;

import java.util.List;

/** Hours and modules against gain. */
final class DoseLayouts {

    static final List<Layout> DOSE = List.of(Layout.of(
                    "",
                    "Scale",
                    column("Workshops", count("workshops")),
                    column("Coverage unknown", count("workshops_coverage_unknown")))
            .tested("Per hour [95 % CI]", "gain_per_hour", 3)
            .tested("Per module [95 % CI]", "gain_per_module", 3)
            .with(column("Coverage unknown [95 % CI]", withInterval("unknown_coverage", 2)))
            .tested("Per module, known only [95 % CI]", "gain_per_module_known_only", 3));

    static final List<Layout> MODULES = List.of(covered(Layout.of("", "Module")));
    static final List<Layout> COMPETENCIES = List.of(
            covered(Layout.of("", "Scale", column("Outside the crosswalk", count("workshops_outside_crosswalk")))));

    private static Layout covered(Layout layout) {
        return layout.with(
                        column("Covered", count("workshops_covered")),
                        column("Not covered", count("workshops_not_covered")),
                        column("Not known", count("workshops_coverage_unknown")))
                .tested("Difference [95 % CI]", "covered", 2)
                .with(column("p, adjusted", p("p_covered_adjusted")))
                .tested("Known only [95 % CI]", "covered_known_only", 2);
    }

    private DoseLayouts() {}
}
