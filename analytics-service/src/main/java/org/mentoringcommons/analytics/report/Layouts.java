package org.mentoringcommons.analytics.report;

import static org.mentoringcommons.analytics.report.Cell.count;
import static org.mentoringcommons.analytics.report.Cell.counts;
import static org.mentoringcommons.analytics.report.Cell.intervalOnly;
import static org.mentoringcommons.analytics.report.Cell.meanAndSd;
import static org.mentoringcommons.analytics.report.Cell.number;
import static org.mentoringcommons.analytics.report.Cell.p;
import static org.mentoringcommons.analytics.report.Cell.percent;
import static org.mentoringcommons.analytics.report.Cell.percentWithInterval;
import static org.mentoringcommons.analytics.report.Cell.share;
import static org.mentoringcommons.analytics.report.Cell.withInterval;
import static org.mentoringcommons.analytics.report.Layout.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.section.Section;

/**
 * Which of a section's figures the page shows, and how; the others are in the JSON and the CSV. Sections have names of the
 * study's own, so a layout is chosen by a measure that only its kind of section has.
 */
final class Layouts {

    private static final Layout COUNTS =
            Layout.of("", "", column("Number", Cell.plain("count")), column("Workshops looked at", nOf("count")));
    private static final Map<String, List<Layout>> BY_MEASURE = new LinkedHashMap<>();

    static {
        BY_MEASURE.put(
                "pooled",
                List.of(Layout.of(
                        "",
                        "Unit",
                        column("Mean of workshop rates, %", number("mean", 1)),
                        column("SD", number("sd", 1)),
                        column("Median", number("median", 1)),
                        column("Responded / present", share("pooled")),
                        column("Pooled rate, % [95 % CI]", percentWithInterval("pooled")),
                        column("Left out", count("left_out")))));
        BY_MEASURE.put(
                "percent_of_selections",
                List.of(Layout.of(
                        "",
                        "Option",
                        column("Chosen / people", share("percent")),
                        column("% of people [95 % CI]", percentWithInterval("percent")),
                        column("Of selections", share("percent_of_selections")),
                        column("% of selections", percent("percent_of_selections")))));
        BY_MEASURE.put(
                "percent_of_assignments",
                List.of(Layout.of(
                        "",
                        "Code",
                        column("Texts", share("percent")),
                        column("% of texts [95 % CI]", percentWithInterval("percent")),
                        column("Of assignments", share("percent_of_assignments")),
                        column("% of assignments", percent("percent_of_assignments")))));
        BY_MEASURE.put(
                "krippendorff_alpha",
                List.of(Layout.of(
                        "",
                        "Text",
                        column("Texts coded by two", count("texts")),
                        column("Coded the same [95 % CI]", percentWithInterval("percent_same")),
                        column("Krippendorff’s α", number("krippendorff_alpha", 2)),
                        column("κ [95 % CI]", withInterval("kappa", 2)),
                        column("PABAK", number("pabak", 2)))));
        BY_MEASURE.put("p_clustered", GainLayouts.ALL);
        BY_MEASURE.put("mean_mixed", GainLayouts.SCORES);
        BY_MEASURE.put(
                "alpha_before",
                List.of(Layout.of(
                        "",
                        "Scale",
                        column("Items", count("items_now")),
                        column("n", nOf("alpha_now")),
                        column("α before [95 % CI]", withInterval("alpha_before", 2)),
                        column("ω before", number("omega_before", 2)),
                        column("α now [95 % CI]", withInterval("alpha_now", 2)),
                        column("ω now", number("omega_now", 2)),
                        column("Spearman-Brown now", number("spearman_brown_now", 2)))));
        BY_MEASURE.put("h_before", GroupLayouts.SEVERAL);
        BY_MEASURE.put("p_dunn_before", GroupLayouts.PAIRS);
        BY_MEASURE.put("second_larger", GroupLayouts.MODES);
        BY_MEASURE.put("gain_per_hour", DoseLayouts.DOSE);
        BY_MEASURE.put("workshops_outside_crosswalk", DoseLayouts.COMPETENCIES);
        BY_MEASURE.put("covered", DoseLayouts.MODULES);
        BY_MEASURE.put(
                "i2",
                List.of(Layout.of(
                        "",
                        "Scale",
                        column("Sites", count("sites")),
                        column("Dropped", count("dropped")),
                        column("Mean gain [95 % CI]", withInterval("mean", 2)),
                        column("Prediction interval", intervalOnly("prediction", 2)),
                        column("τ² [95 % CI]", withInterval("tau2", 3)),
                        column("I², %", withInterval("i2", 0)),
                        column("Q", number("q", 1)),
                        column("p", p("p_q")))));
        BY_MEASURE.put(
                "mean_without",
                List.of(Layout.of(
                        "",
                        "Site",
                        column("n", count("n")),
                        column("Mean gain [95 % CI]", withInterval("gain", 2)),
                        column("SD", number("sd_gain", 2)),
                        column("Weight, %", number("weight", 1)),
                        column("Mean of the others", number("mean_without", 2)))));
        BY_MEASURE.put(
                "published_gain",
                List.of(Layout.of(
                        "",
                        "Evaluation",
                        column("n here", nOf("gain")),
                        column("Gain here", number("gain", 2)),
                        column("Published gain", number("published_gain", 2)),
                        column("Higher than published?", number("higher_than_published", 0)))));
        BY_MEASURE.put("sd_pre", GroupLayouts.GROUPS);
        BY_MEASURE.put(
                "percent",
                List.of(Layout.of(
                        "",
                        "Question",
                        column("Favourable / answered", share("percent")),
                        column("% [95 % CI]", percentWithInterval("percent")))));
        BY_MEASURE.put(
                "workshops", List.of(Layout.of("", "Instrument and version", column("Workshops", count("workshops")))));
    }

    private Layouts() {}

    /** The tables of a section; its counts if it has none of the measures known here. */
    static List<Layout> of(Section section) {
        return BY_MEASURE.entrySet().stream()
                .filter(known -> section.rows().stream()
                        .anyMatch(row -> row.measure(known.getKey()).isPresent()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of(COUNTS));
    }

    /** The n of a figure, shown or not. */
    static Cell nOf(String measure) {
        return (row, notes) ->
                row.measure(measure).map(figure -> Long.toString(figure.n())).orElse("");
    }

    static Cell changes() {
        return counts("n_positive", "n_zero", "n_negative");
    }

    static Cell beforeNow(String wave) {
        return meanAndSd("mean_" + wave, "sd_" + wave);
    }
}
