package org.mentoringcommons.analytics.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringcommons.analytics.figure.Markup;

/** Why figures of one table are not shown: one letter a reason. */
final class Footnotes {

    private final Map<String, String> letters = new LinkedHashMap<>();

    /** The mark of a reason, as markup. */
    String mark(String reason) {
        return "<sup>" + letters.computeIfAbsent(reason, none -> letter(letters.size())) + "</sup>";
    }

    private static String letter(int position) {
        return position < 26 ? Character.toString('a' + position) : letter(position / 26 - 1) + letter(position % 26);
    }

    /** The reasons with their marks, as markup; empty if everything is shown. */
    String explained() {
        StringBuilder text = new StringBuilder();
        letters.forEach((reason, letter) -> text.append("<span class=\"why\"><sup>")
                .append(letter)
                .append("</sup> ")
                .append(Markup.text(reason))
                .append(".</span> "));
        return text.toString();
    }
}
