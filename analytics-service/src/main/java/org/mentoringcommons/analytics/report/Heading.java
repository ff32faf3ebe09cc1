package org.mentoringcommons.analytics.report;

import java.util.regex.Pattern;
import org.mentoringcommons.analytics.figure.Markup;

/** Headings of columns as papers set them: symbols in italics, an interval's name on one line. */
final class Heading {

    private static final Pattern SYMBOL = Pattern.compile("\\b(p|z|n|g|M|SD|H|Q)\\b(?!’)");
    private static final Pattern WITH_INDEX = Pattern.compile("\\b(d)_(\\w+)");

    private Heading() {}

    static String of(String words) {
        String whole =
                words.replaceAll("\\[(\\d\\d) % CI]", "[$1\u00a0%\u00a0CI]").replace("M (SD)", "M\u00a0(SD)");
        String italic = SYMBOL.matcher(Markup.text(whole)).replaceAll("<i>$1</i>");
        return WITH_INDEX.matcher(italic).replaceAll("<i>$1</i><sub>$2</sub>");
    }
}
