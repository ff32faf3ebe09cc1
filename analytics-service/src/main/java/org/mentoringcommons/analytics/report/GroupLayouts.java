package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.report.Cell.count;
import static org.mentoringcommons.analytics.report.Cell.number;
import static org.mentoringcommons.analytics.report.Cell.p;
import static org.mentoringcommons.analytics.report.Cell.withInterval;
import static org.mentoringcommons.analytics.report.Layout.column;

import java.util.List;

/** Groups, pairs of groups, and the two modes. */
final class GroupLayouts {

    static final List<Layout> GROUPS = List.of(Layout.of(
            "",
            "Group",
            column("n", count("n")),
            column("Before, M (SD)", Layouts.beforeNow("pre")),
            column("Now, M (SD)", Layouts.beforeNow("post")),
            column("Mean gain [95 % CI]", withInterval("gain", 2))));

    static final List<Layout> PAIRS =
            List.of(pairs("Scores before", "before"), pairs("Scores now", "now"), pairs("Gains", "gain"));

    static final List<Layout> SEVERAL = List.of(several(
            several(several(Layout.of("", "Scale", column("n", Layouts.nOf("p_now"))), "before"), "now"), "gain"));

    private static Layout several(Layout layout, String view) {
        return layout.with(
                column("H " + view, number("h_" + view, 2)),
                column("p", p("p_" + view)),
                column("ε²", number("epsilon_squared_" + view, 3)));
    }

    private static Layout pairs(String caption, String view) {
        return Layout.of(
                caption,
                "Pair",
                column("n", Layouts.nOf("difference_" + view)),
                column("Difference [90 % CI]", withInterval("difference_" + view, 2)),
                column("p, Dunn", p("p_dunn_" + view)),
                column("p, Dunn-Holm", p("p_dunn_holm_" + view)),
                column("p, equivalent within ½ point", p("p_equivalence_" + view)));
    }

    static final List<Layout> MODES = List.of(
            Layout.of(
                            "Differences of the gain",
                            "Scale",
                            column("n, first", count("n_first")),
                            column("n, second", count("n_second")))
                    .tested("Allowing for workshops [95 % CI]", "difference_mixed", 2)
                    .with(
                            column("Welch [95 % CI]", withInterval("difference", 2)),
                            column("p", p("p_welch")),
                            column("ANCOVA [95 % CI]", withInterval("difference_ancova", 2)),
                            column("p", p("p_ancova"))),
            Layout.of(
                    "Ranks, and equivalence within half a point",
                    "Scale",
                    column("n", Layouts.nOf("second_larger")),
                    column("P(second larger)", number("second_larger", 2)),
                    column("p, Brunner-Munzel", p("p_brunner_munzel")),
                    column("Cliff’s δ", number("cliffs_delta", 2)),
                    column("p, Mann-Whitney", p("p_mann_whitney")),
                    column("Shift (HL) [95 % CI]", withInterval("shift", 2)),
                    column("Hedges’ g", number("hedges_g", 2)),
                    column("p, equivalent", p("p_equivalence"))));

    private GroupLayouts() {}
}
