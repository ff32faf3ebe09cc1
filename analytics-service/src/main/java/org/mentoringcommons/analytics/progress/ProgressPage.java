package org.mentoringcommons.analytics.progress;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mentoringcommons.analytics.disclosure.Tenths;
import org.mentoringcommons.analytics.progress.ProgressView.FigureView;
import org.mentoringcommons.analytics.progress.ProgressView.InstrumentView;
import org.mentoringcommons.analytics.progress.ProgressView.ScaleView;
import org.mentoringcommons.analytics.progress.ProgressView.Status;

/**
 * Progress as a page: complete in itself, no script, no address to fetch anything from, fit for paper. A portal fetches it
 * with its token and shows it as it is.
 */
final class ProgressPage {

    static final String TYPE = "text/html";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int PERCENT = 100;
    private static final Map<String, String> COLUMNS = columns();
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1b2430; --paper: #fff; --line: #c3cad3; --soft: #f1f4f7; --dim: #4b5765; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --ink: #e8ecf1; --paper: #12171d; --line: #3c4753; --soft: #1b232c; --dim: #b3bdc8; } }
            body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
              font: 1rem/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
            p { max-width: 46rem; } .note { color: var(--dim); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; padding: .5rem 0; color: var(--dim); }
            th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right;
              font-variant-numeric: tabular-nums; white-space: nowrap; }
            th:first-child { text-align: left; } thead th { background: var(--soft); vertical-align: bottom; }
            .none { color: var(--dim); font-style: italic; }
            @media print { body { margin: 0; max-width: none; color: #000; background: #fff; font-size: 10pt; }
              section { break-inside: avoid; } .wide { overflow: visible; } }
            """;

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("n", "People");
        columns.put("percent_complete", "With a score, %");
        columns.put("mean_before", "Mean before");
        columns.put("mean_now", "Mean now");
        columns.put("mean_gain", "Mean gain");
        columns.put("ci_lower_gain", "95 % CI from");
        columns.put("ci_upper_gain", "95 % CI to");
        columns.put("median_gain", "Median gain");
        columns.put("percent_improved", "Improved, %");
        columns.put("p_band", "p");
        return columns;
    }

    private ProgressPage() {}

    static String of(ProgressView view) {
        String title = view.workshop() == null ? "Answers of all workshops" : "Answers about one workshop";
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n<p>")
                .append(
                        view.results().equals(ProgressView.UNSUPPRESSED)
                                ? "Everything as it stands now, for the institution's evaluators: not to be passed on."
                                : "Counts are of now. Results are those of the last fifth answer, or of the close; what"
                                        + " could tell about single people is not shown.")
                .append("</p>\n");
        if (view.instruments().isEmpty()) {
            page.append("<p class=\"note\">Nobody has been asked yet.</p>\n");
        }
        view.instruments().forEach(instrument -> section(page, instrument));
        return page.append(
                        "<p class=\"note\">Scores are in points of the items' scale; before and now were rated in one"
                                + " sitting, which makes gains larger than a test before the workshop would.</p>\n"
                                + "</main>\n</body>\n</html>\n")
                .toString();
    }

    private static void section(StringBuilder page, InstrumentView asked) {
        String name =
                escaped(asked.instrument().key() + " " + asked.instrument().version());
        page.append("<section>\n<h2>").append(name).append("</h2>\n<p>");
        if (asked.imported() == 0 || asked.invited() > 0) {
            page.append(asked.responded()).append(" of ").append(asked.invited());
            page.append(" people invited have answered");
            if (asked.responseRate() != null) {
                page.append(" (")
                        .append(Tenths.ofRatio(Math.multiplyExact(PERCENT, asked.responded()), asked.invited()))
                        .append(" %)");
            }
            page.append("; ");
        }
        if (asked.imported() > 0) {
            page.append(asked.imported()).append(asked.imported() == 1 ? " answer" : " answers");
            page.append(" imported; ");
        }
        page.append(asked.openWaves()).append(" of ").append(asked.waves());
        page.append(asked.waves() == 1 ? " survey" : " surveys").append(" open, the last until ");
        page.append(WHEN.format(asked.closesAt())).append(".</p>\n");
        page.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Results by ")
                .append(name);
        page.append("\">\n<table>\n<caption>Skills before and now, by scale</caption>\n<thead>\n<tr>");
        page.append("<th scope=\"col\">Scale</th>");
        COLUMNS.values()
                .forEach(
                        title -> page.append("<th scope=\"col\">").append(title).append("</th>"));
        page.append("</tr>\n</thead>\n<tbody>\n");
        asked.scales().forEach(scale -> row(page, scale));
        page.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void row(StringBuilder page, ScaleView scale) {
        page.append("<tr><th scope=\"row\">").append(escaped(scale.scale())).append("</th>");
        for (String measure : COLUMNS.keySet()) {
            FigureView figure = scale.figures().stream()
                    .filter(candidate -> candidate.measure().equals(measure))
                    .findFirst()
                    .orElseThrow();
            page.append(figure.status() == Status.SHOWN ? "<td>" : "<td class=\"none\">")
                    .append(words(figure))
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String words(FigureView figure) {
        return switch (figure.status()) {
            case SHOWN -> escaped(figure.text());
            case SUPPRESSED -> "not shown";
            case UNDEFINED -> "undefined";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
