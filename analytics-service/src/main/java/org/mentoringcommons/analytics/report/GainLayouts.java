package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.report.Cell.count;
import static org.mentoringcommons.analytics.report.Cell.number;
import static org.mentoringcommons.analytics.report.Cell.p;
import static org.mentoringcommons.analytics.report.Cell.percentWithInterval;
import static org.mentoringcommons.analytics.report.Cell.withInterval;
import static org.mentoringcommons.analytics.report.Layout.column;

import java.util.List;

/** Gains lead with points and intervals; tests and effect sizes follow. */
final class GainLayouts {

    static final List<Layout> ALL = List.of(
            Layout.of(
                    "Scores before and now, and raw gains in scale points",
                    "Scale",
                    column("n", count("n")),
                    column("No score", count("missing")),
                    column("Before, M (SD)", Layouts.beforeNow("pre")),
                    column("Now, M (SD)", Layouts.beforeNow("post")),
                    column("Mean gain [95 % CI]", withInterval("gain", 2)),
                    column("Allowing for workshops", withInterval("gain_mixed", 2)),
                    column("Typical gain (HL) [95 % CI]", withInterval("hodges_lehmann", 2))),
            Layout.of(
                    "Signed-rank tests: over workshops, and as if everybody were independent",
                    "Scale",
                    column("Workshops", count("clusters")),
                    column("z", number("z_clustered", 2)),
                    column("p", p("p_clustered")),
                    column("p, Holm", p("p_holm")),
                    column("Rose / same / fell", Layouts.changes()),
                    column("z, plain", number("z", 2)),
                    column("p, exact", p("p_exact")),
                    column("p, asymptotic", p("p_asymptotic")),
                    column("p, Pratt", p("p_pratt")),
                    column("log₁₀ p", number("log10_p", 1))),
            Layout.of(
                    "Effect sizes and likeness within workshops",
                    "Scale",
                    column("n", count("n")),
                    column("Improved, % [95 % CI]", percentWithInterval("improved")),
                    column("d_av", number("d_av", 2)),
                    column("d_z [95 % CI]", withInterval("d_z", 2)),
                    column("Hedges’ g", number("hedges_g", 2)),
                    column("Rank-biserial", number("rank_biserial", 2)),
                    column("P(rose) + ½ P(same)", number("superiority", 2)),
                    column("ICC", number("icc", 3)),
                    column("Design effect", number("design_effect", 2))));

    static final List<Layout> SCORES = List.of(Layout.of(
            "",
            "Scale",
            column("n", count("n")),
            column("No score", count("missing")),
            column("Mean [95 % CI]", withInterval("mean", 2)),
            column("SD", number("sd", 2)),
            column("Median", number("median", 2)),
            column("Allowing for workshops", withInterval("mean_mixed", 2)),
            column("ICC", number("icc", 3)),
            column("Items", count("items")),
            column("α [95 % CI]", withInterval("alpha", 2)),
            column("ω", number("omega", 2))));

    private GainLayouts() {}
}
