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
            column("Coverage unknown", count("workshops_coverage_unknown")),
            column("Per hour [95 % CI]", withInterval("gain_per_hour", 3)),
            column("p", p("p_gain_per_hour")),
            column("Per module [95 % CI]", withInterval("gain_per_module", 3)),
            column("p", p("p_gain_per_module")),
            column("Coverage unknown [95 % CI]", withInterval("unknown_coverage", 2)),
            column("Per module, known only [95 % CI]", withInterval("gain_per_module_known_only", 3)),
            column("p", p("p_gain_per_module_known_only"))));

    static final List<Layout> MODULES = List.of(Layout.of(
            "",
            "Module",
            column("Covered", count("workshops_covered")),
            column("Not covered", count("workshops_not_covered")),
            column("Not known", count("workshops_coverage_unknown")),
            column("Difference [95 % CI]", withInterval("covered", 2)),
            column("p", p("p_covered")),
            column("p, adjusted", p("p_covered_adjusted")),
            column("Known only [95 % CI]", withInterval("covered_known_only", 2)),
            column("p", p("p_covered_known_only"))));

    private DoseLayouts() {}
}
