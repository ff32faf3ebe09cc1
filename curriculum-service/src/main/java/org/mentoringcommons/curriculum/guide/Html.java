package org.mentoringcommons.curriculum.guide;

import java.util.List;

/** A page being written: every text is escaped on its way in. */
public final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of ours, or already safe. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    public Html text(String words) {
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(letter);
            }
        }
        return this;
    }

    /** An element around a text. */
    public Html element(String open, String words) {
        return raw("<" + open + ">").text(words).raw("</" + open.split(" ")[0] + ">\n");
    }

    /** A list, unless it is empty. */
    public Html list(String open, List<String> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        raw("<" + open + ">\n");
        entries.forEach(entry -> element("li", entry));
        return raw("</" + open.split(" ")[0] + ">\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
