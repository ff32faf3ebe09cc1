package org.mentoringcommons.analytics.release;

import static org.mentoringcommons.analytics.figure.Markup.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mentoringcommons.analytics.section.Label;

/** Where an institution is among everybody, as a page without scripts. */
final class HerePage {

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
            table(view, page);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void table(HereView view, StringBuilder page) {
        page.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Gains\"><table>\n")
                .append("<caption>Gains, yours and those of everybody</caption>\n<thead><tr>");
        for (String heading : new String[] {
            "Scale",
            "Your people",
            "Your mean gain",
            "Everybody's",
            "People in the release",
            "Among people's gains",
            "A new site is expected"
        }) {
            page.append("<th scope=\"col\">").append(text(heading)).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (HereView.Scale scale : view.scales()) {
            page.append("<tr><th scope=\"row\">")
                    .append(text(
                            Label.of(scale.scale()) + " (" + scale.instrument().key() + " "
                                    + scale.instrument().version() + ")"))
                    .append("</th>");
            cell(page, Long.toString(scale.n()));
            cell(page, scale.meanGain() == null ? "–" : decimal(scale.meanGain()));
            cell(page, scale.released().getOrDefault("mean_gain", "–"));
            cell(page, scale.released().getOrDefault("n", "–"));
            cell(
                    page,
                    scale.band() == null
                            ? "–"
                            : scale.band().replace("_gain", "").replace('_', ' '));
            cell(
                    page,
                    scale.prediction() == null
                            ? "–"
                            : decimal(scale.prediction().lower()) + " to "
                                    + decimal(scale.prediction().upper()));
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private static void cell(StringBuilder page, String words) {
        page.append("<td>").append(text(words)).append("</td>");
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
