package org.mentoringcommons.analytics.figure;

import java.util.Collection;

/** How much room names need at the left of a figure. */
final class Labels {

    private static final int LONGEST = 30;
    private static final double CHARACTER = 7.6;
    private static final double LEAST = 70;

    private Labels() {}

    static double width(Collection<String> names) {
        int longest =
                names.stream().mapToInt(name -> shorten(name).length()).max().orElse(0);
        return Math.max(LEAST, longest * CHARACTER + 14);
    }

    /** Names too long for a figure end in an ellipsis; its table has them whole. */
    static String shorten(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }
}
