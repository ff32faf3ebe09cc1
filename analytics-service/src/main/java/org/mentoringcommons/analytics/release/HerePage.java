package org.mentoringcommons.analytics.release;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.mentoringcommons.analytics.figure.DataTable;
import org.mentoringcommons.analytics.figure.TableMarkup;
import org.mentoringcommons.analytics.section.Label;
import org.mentoringcommons.analytics.statistics.Interval;

/** Where an institution is among everybody, as a page without scripts. */
final class HerePage {

    private static final String NONE = "–";
    private static final List<String> HEADINGS = List.of(
            "Scale",
            "Your people",
            "Your mean gain",
            "Everybody's",
            "People in the release",
            "Among people's gains",
            "A new site is expected");

    private HerePage() {}

    static String of(HereView view) {
        StringBuilder page = new StringBuilder();
        String title = "You are here: " + view.title() + ", release " + view.release();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(text(title))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
                .append(ReleasePage.STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(text(title))
                .append("</h1>\n");
        view.caveats().forEach(caveat -> page.append("<p>").append(text(caveat)).append("</p>\n"));
        if (view.scales().isEmpty()) {
            page.append(
                    "<p class=\"none\">The release shows nothing of a scale that your people have scores of.</p>\n");
        } else {
            TableMarkup.write(
                    page,
                    "Gains",
                    "Gains, yours and those of everybody",
                    new DataTable(
                            HEADINGS, view.scales().stream().map(HerePage::row).toList()));
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static List<String> row(HereView.Scale scale) {
        String band =
                scale.band() == null ? NONE : scale.band().replace("_gain", "").replace('_', ' ');
        Interval prediction = scale.prediction();
        return List.of(
                Label.of(scale.scale()) + " (" + scale.instrument().key() + " "
                        + scale.instrument().version() + ")",
                Long.toString(scale.n()),
                scale.meanGain() == null ? NONE : decimal(scale.meanGain()),
                scale.released().getOrDefault("mean_gain", NONE),
                scale.released().getOrDefault("n", NONE),
                band,
                prediction == null ? NONE : decimal(prediction.lower()) + " to " + decimal(prediction.upper()));
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
