package org.mentoringcommons.survey.form;

import java.util.List;

/** How an item is answered on the page; {@link #draws()} names the part of the template that shows it. */
sealed interface Control {

    String draws();

    /** Something that may be ticked or picked. */
    record Choosable(String value, String label, boolean chosen) {}

    /**
     * A point of a rating.
     *
     * @param meaning what is said of it, for who hears it instead of seeing where it stands; or null
     */
    record Point(String value, String meaning, boolean chosen) {}

    /**
     * One row of points.
     *
     * @param caption null where there is only one row
     * @param half which half of a pair it is, for its looks
     */
    record Row(String name, String caption, String half, List<Point> points, boolean empty) {}

    /**
     * Rows of points to choose from: two of a pair, one of a rating.
     *
     * @param anchors what the points mean
     * @param low the statement at one end, beside the points; null where the anchors say it
     */
    record Ratings(String anchors, String low, String high, List<Row> rows) implements Control {
        @Override
        public String draws() {
            return "ratings";
        }

        public boolean pair() {
            return rows.size() > 1;
        }
    }

    /**
     * Options to choose from.
     *
     * @param several whether any number may be taken
     * @param other the words beside an option; null if none takes any
     */
    record Choices(List<Choosable> choices, boolean several, Line other) implements Control {
        @Override
        public String draws() {
            return "choices";
        }

        public boolean nothingChosen() {
            return choices.stream().noneMatch(Choosable::chosen);
        }
    }

    /**
     * One line to fill in. Numbers are typed as text: a browser's own field for numbers would drop what is none, and it is
     * to come back as it was typed.
     *
     * @param type of the input: text or date
     * @param keys which keys a phone shows: {@code text}, {@code numeric} or {@code decimal}
     * @param min the first day that may be chosen, or null; so {@code max}
     * @param longest how many characters fit
     */
    record Line(
            String name,
            String label,
            String type,
            String keys,
            String value,
            String min,
            String max,
            int longest,
            String hint) {}

    /** Lines to fill in: one number or day, or the parts of a sum. */
    record Lines(List<Line> lines, String hint, boolean single) implements Control {
        @Override
        public String draws() {
            return single ? "line" : "lines";
        }
    }

    /** A place in an order. */
    record Place(String label, List<Choosable> options, boolean empty) {}

    /** Places to be given to options. */
    record Places(List<Place> places, String hint) implements Control {
        @Override
        public String draws() {
            return "places";
        }
    }

    /** Room for free words. */
    record Words(String text, int maxLength, String hint) implements Control {
        @Override
        public String draws() {
            return "words";
        }
    }

    /** Nothing: it is only to be read. */
    record Reading() implements Control {
        @Override
        public String draws() {
            return "reading";
        }
    }
}
