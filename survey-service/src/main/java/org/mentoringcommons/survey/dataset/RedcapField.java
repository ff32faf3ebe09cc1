package org.mentoringcommons.survey.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a REDCap project.
 *
 * @param name as REDCap takes it
 * @param form it stands in
 * @param section heading before it; empty if it has that of the one before
 * @param choices numbers and what they mean; none if it has none
 * @param bounds validation, least and most
 * @param matrix the group of fields it is shown with; empty if none
 * @param columns its values: one, or of a checkbox one a choice
 * @param logic when it is shown; empty if always
 */
record RedcapField(
        String name,
        String form,
        String section,
        Type type,
        String label,
        Map<Integer, String> choices,
        Bounds bounds,
        String matrix,
        List<Column> columns,
        String logic) {

    /** One that is always shown. */
    RedcapField(
            String name,
            String form,
            String section,
            Type type,
            String label,
            Map<Integer, String> choices,
            Bounds bounds,
            String matrix,
            List<Column> columns) {
        this(name, form, section, type, label, choices, bounds, matrix, columns, "");
    }

    RedcapField inMatrix(String group) {
        return new RedcapField(name, form, section, type, label, choices, bounds, group, columns, logic);
    }

    RedcapField named(String other, String heading, List<Column> its) {
        return new RedcapField(other, form, heading, type, label, choices, bounds, matrix, its, logic);
    }

    RedcapField shownIf(String condition) {
        return new RedcapField(name, form, section, type, label, choices, bounds, matrix, columns, condition);
    }

    /** What a field is; the words are REDCap's. */
    enum Type {
        TEXT,
        RADIO,
        DROPDOWN,
        CHECKBOX,
        YESNO
    }

    /**
     * What REDCap takes as a value.
     *
     * @param least a number or a day, never text, which would be guarded against formulas; null if there is none
     * @param most as {@code least}
     */
    record Bounds(String validation, Object least, Object most) {
        static final Bounds NONE = new Bounds("", null, null);

        static Bounds whole(int least, int most) {
            return new Bounds("integer", least, most);
        }
    }

    /** The line of the data dictionary, under REDCap's own eighteen headings. */
    Object[] line() {
        return new Object[] {
            name,
            form,
            section,
            type.name().toLowerCase(java.util.Locale.ROOT),
            label,
            choices.entrySet().stream()
                    .map(choice -> choice.getKey() + ", " + plain(choice.getValue()))
                    .collect(Collectors.joining(" | ")),
            "",
            bounds.validation(),
            bounds.least(),
            bounds.most(),
            "",
            logic,
            "",
            "",
            "",
            matrix,
            "",
            ""
        };
    }

    /** REDCap reads a bar as the end of a choice. */
    private static String plain(String label) {
        return label.replace('|', '/').replaceAll("\\s+", " ").strip();
    }

    boolean changesChoices() {
        return choices.values().stream().anyMatch(label -> !plain(label).equals(label));
    }
}
