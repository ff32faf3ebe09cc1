package org.mentoringcommons.survey.dataset;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mentoringcommons.survey.spss.Variable;
import org.mentoringcommons.survey.spss.Variable.Kind;
import org.mentoringcommons.survey.spss.Variable.Measure;

/**
 * A column of a row file.
 *
 * @param name unique in the file, as SPSS takes it
 * @param source what it is made of
 * @param values what they are
 * @param reading finds a person's value: a number, a day or words as {@code values} say, or null
 * @param asked whether a person was to give one
 * @param notes what of the item does not fit into a file, and what was done about it
 */
record Column(
        String name,
        Source source,
        Values values,
        Function<Row, Object> reading,
        Function<Row, Boolean> asked,
        List<String> notes) {

    /** In {@code .sav}, of whoever was not asked; whoever was asked and said nothing has no value at all. */
    static final int NOT_ASKED = -8;

    /**
     * What a column is made of.
     *
     * @param item its key; empty for what is about the wave
     * @param part then or now, an option or a code; empty if the column is all of the item
     * @param label in words
     * @param scales that sum the item
     */
    record Source(String item, String part, String label, List<String> scales) {

        static Source ofWave(String label) {
            return new Source("", "", label, List.of());
        }
    }

    /**
     * What the values of a column are.
     *
     * @param width of words, in bytes
     * @param labels what numbers mean
     * @param codes of a choice: the words that CSV has for the numbers 1, 2, 3, …; null of anything else
     * @param maySkip whether there may be people who were not asked
     */
    record Values(
            Kind kind,
            int width,
            int decimals,
            Measure measure,
            Map<Integer, String> labels,
            List<String> codes,
            boolean maySkip) {

        static Values words(int width) {
            return new Values(Kind.TEXT, width, 0, Measure.NOMINAL, Map.of(), null, false);
        }

        static Values day() {
            return new Values(Kind.DAY, 0, 0, Measure.SCALE, Map.of(), null, false);
        }

        static Values number(int decimals, Measure measure) {
            return new Values(Kind.NUMBER, 0, decimals, measure, Map.of(), null, false);
        }

        static Values labelled(Measure measure, Map<Integer, String> labels) {
            return new Values(Kind.NUMBER, 0, 0, measure, labels, null, false);
        }

        static Values chosen(Map<Integer, String> labels, List<String> codes) {
            return new Values(Kind.NUMBER, 0, 0, Measure.NOMINAL, labels, codes, false);
        }

        Values skipped(boolean may) {
            return new Values(kind, width, decimals, measure, labels, codes, may);
        }
    }

    Column named(String other, List<String> more) {
        return new Column(
                other,
                source,
                values,
                reading,
                asked,
                java.util.stream.Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** A person's value as CSV has it: of a choice, the option's code. */
    Object written(Row row) {
        Object value = reading.apply(row);
        return value != null && values.codes() != null ? values.codes().get((Integer) value - 1) : value;
    }

    /** A person's value as {@code .sav} has it. */
    Object stored(Row row) {
        Object value = reading.apply(row);
        return value == null && values.maySkip() && !asked.apply(row) ? Integer.valueOf(NOT_ASKED) : value;
    }

    Variable variable() {
        Map<Integer, String> labels = new java.util.LinkedHashMap<>(values.labels());
        if (values.maySkip()) {
            labels.put(NOT_ASKED, "not asked");
        }
        return new Variable(
                name,
                source.label(),
                values.kind(),
                values.width(),
                values.decimals(),
                values.measure(),
                labels,
                values.maySkip() ? List.of(NOT_ASKED) : List.of());
    }
}
