package org.mentoringcommons.analytics.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.study.Noise;

/** What the words in a release's CSV mean: its columns, its measures, its states, and the categories that occur. */
final class ReleaseCodebook {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader("kind", "word", "meaning").get();

    private static final Map<String, String> MEASURES = measures();

    private ReleaseCodebook() {}

    static String of(List<Line> lines, Optional<Noise> noise) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Map.Entry<String, String> column : columns().entrySet()) {
                printer.printRecord("column", column.getKey(), column.getValue());
            }
            printer.printRecord("status", "shown", "the value is there");
            printer.printRecord(
                    "status",
                    "suppressed",
                    "the value is not published; nothing follows from that about how many people there are");
            if (noise.isPresent()) {
                printer.printRecord("noise", noise.get().method(), noise.get().law());
            }
            TreeSet<String> measures = new TreeSet<>();
            lines.forEach(line -> measures.add(line.measure()));
            for (String measure : measures) {
                printer.printRecord("measure", measure, MEASURES.getOrDefault(measure, ""));
            }
            for (Dimension dimension : Dimension.values()) {
                TreeSet<String> categories = new TreeSet<>();
                lines.forEach(line -> {
                    if (line.cell().containsKey(dimension)) {
                        categories.add(line.cell().get(dimension));
                    }
                });
                for (String category : categories) {
                    printer.printRecord(dimension.word(), ReleaseCsv.text(category), "");
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(
                "section",
                "table of the report: response_rate, satisfaction, an item's or codebook's section, gains; sites.each, sites,"
                        + " curricula");
        columns.put("row", "as the study declares it: a row, an option or code ('all' for all of them), a scale");
        columns.put("measure", "what the value is");
        columns.put("value", "rounded as it may be shown; empty if suppressed");
        columns.put("n", "people it is about; empty if suppressed");
        columns.put("numerator", "of a share");
        columns.put("denominator", "of a share");
        columns.put("lower", "lower end of the 95 % confidence interval of a mean gain");
        columns.put("upper", "upper end of it");
        columns.put(
                "method",
                "by which rules values were suppressed and rounded; of what is worked out from other lines, how");
        columns.put("version", "edition of it");
        columns.put("status", "shown or suppressed");
        columns.put("reason", "always empty: every suppressed value looks the same");
        columns.put("study", "key of the study");
        columns.put("study_version", "version of its declaration");
        columns.put("release", "number of this release");
        columns.put(
                "origin", "number of the release the value comes from: this one, or an earlier one if too few changed");
        columns.put("hub", "hub of the institution; empty for all");
        columns.put("kind", "kind of the institution; empty for all");
        columns.put("mode", "how the workshop was held; empty for all");
        columns.put("hours", "how long it was, in bands of hours; empty for all");
        columns.put("curriculum", "key of what was taught; empty for all");
        columns.put("stage", "what people said about their career; empty for all");
        columns.put("period", "year of the workshop's last day; empty for all");
        columns.put("site", "alias of an institution that agreed to be named; empty for all");
        return columns;
    }

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("n", "number of people");
        measures.put("numerator", "people who are counted in the share");
        measures.put("percent", "share in percent; as a range of quarters where few people are in it");
        for (String when : List.of("before", "now", "gain")) {
            String whose = when.equals("gain") ? "gains (now minus before)" : "scores " + when;
            measures.put("mean_" + when, "mean of " + whose + ", in points of an item");
            measures.put("median_" + when, "median of " + whose);
            measures.put("sd_" + when, "standard deviation of " + whose + " (n - 1)");
            measures.put("p10_" + when, "10th percentile of " + whose + " (type 7)");
            measures.put("q1_" + when, "first quartile of " + whose + " (type 7)");
            measures.put("q3_" + when, "third quartile of " + whose + " (type 7)");
            measures.put("p90_" + when, "90th percentile of " + whose + " (type 7)");
        }
        measures.put("percent_improved", "share of people whose score is higher now");
        measures.put("sites", "sites that are pooled: those that agreed to be named and are shown");
        measures.put("dropped", "sites that are shown and not pooled, because all their people gained alike");
        measures.put("mean", "pooled mean gain of the sites (REML, Hartung-Knapp)");
        measures.put("smallest", "smallest mean gain of a site that is pooled");
        measures.put("largest", "largest mean gain of a site that is pooled");
        measures.put("prediction", "pooled mean; lower and upper are where a new site's mean gain is expected");
        measures.put("tau2", "variance of true mean gains between sites; lower and upper by Q profile");
        measures.put("i2", "share of variation that is between sites, in percent");
        measures.put("q", "Cochran's Q");
        measures.put("p_q", "p of Q");
        measures.put("weight", "share of a site in the pooled mean, in percent");
        measures.put("mean_without", "pooled mean of the other sites");
        measures.put(
                "difference", "mean gain with the first curriculum minus that with the second; nothing is adjusted");
        measures.put("ci_lower_gain", "lower end of the 95 % t interval of the mean gain");
        measures.put("ci_upper_gain", "upper end of it");
        measures.put("p_band", "p of the signed-rank test as a band: < .001, < .01, < .05 or >= .05");
        measures.put("p", "p of the signed-rank test, zeros dropped; across sites, of a pooled mean of zero");
        measures.put("w_plus", "sum of the ranks of higher scores");
        measures.put("n_positive", "people whose score is higher now");
        measures.put("n_negative", "people whose score is lower now");
        measures.put("n_zero", "people whose score is the same");
        measures.put(
                "sum_gain", "sum of all gains, in units of the score: with all items answered, points of all items");
        measures.put("noise_scale", "scale of the discrete Laplace noise of every count of this row");
        measures.put("noise_scale_sum", "scale of that of the sum");
        return measures;
    }
}
