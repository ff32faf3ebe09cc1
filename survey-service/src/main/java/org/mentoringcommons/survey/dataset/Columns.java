package org.mentoringcommons.survey.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mentoringcommons.survey.dataset.Column.Source;
import org.mentoringcommons.survey.dataset.Column.Values;
import org.mentoringcommons.survey.spss.Variable;
import org.mentoringcommons.survey.spss.Variable.Measure;

/**
 * The columns of a row file: population, wave, workshop and instrument, then every item. An item that several instruments
 * ask in one form is one column; asked in another form it is another. No answer has a time: days are the workshop's.
 */
final class Columns {

    private static final int ID = 36;
    private static final int LONGEST_WORDS = 255;

    private final Dataset dataset;
    private final Names names = Names.ofSpss();
    private final List<Column> all = new ArrayList<>();

    private Columns(Dataset dataset) {
        this.dataset = dataset;
    }

    static List<Column> of(Dataset dataset) {
        Columns columns = new Columns(dataset);
        columns.aboutTheWave();
        int forms = dataset.forms().size();
        dataset.items().forEach(item -> new ItemColumns(item, forms, dataset.codes(item.item()))
                .build()
                .forEach(columns::add));
        return List.copyOf(columns.all);
    }

    /** Those that say nothing of items. */
    static List<Column> aboutTheWave(Dataset dataset) {
        Columns columns = new Columns(dataset);
        columns.aboutTheWave();
        return List.copyOf(columns.all);
    }

    private void aboutTheWave() {
        add("response", "random id of the answer", Values.words(ID), row -> row.response()
                .toString());
        String population = dataset.population().word();
        add("population", "whose answers", Values.words(population.length()), row -> population);
        add("wave", "id of the wave", Values.words(ID), row -> row.wave().id().toString());
        words("occasion", "what the wave asked about", wave -> wave.occasion().word());
        add("workshop", "id of the workshop", Values.words(ID), row -> row.wave()
                .workshop()
                .toString());
        words("curriculum", "of the workshop", SurveyWave::curriculum);
        add("workshop_day", "day its last session ended", Values.day(), row -> row.wave()
                .day());
        words("instrument", "key of what was asked", wave -> wave.form()
                .instrument()
                .key());
        words("instrument_version", "its version", wave -> wave.form()
                .instrument()
                .version());
        add(
                "unfinished",
                "saved and never sent; taken when the wave closed",
                Values.labelled(Measure.NOMINAL, Points.YES_OR_NO),
                row -> row.unfinished() ? 1 : 0);
    }

    private void words(String name, String label, Function<SurveyWave, String> value) {
        int width = dataset.waves().stream()
                .map(value)
                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(1);
        add(name, label, Values.words(Math.min(width, LONGEST_WORDS)), row -> value.apply(row.wave()));
    }

    private void add(String name, String label, Values values, Function<Row, Object> reading) {
        add(new Column(name, Source.ofWave(label), values, reading, row -> true, List.of()));
    }

    /** Whatever is changed to fit into a file is told in the codebook. */
    private void add(Column column) {
        List<String> notes = new ArrayList<>();
        String name = names.next(column.name());
        if (!name.equals(column.name())) {
            notes.add("named so because " + column.name() + " is taken, too long or no name of a variable");
        }
        if (bytes(column.source().label()) > Variable.LONGEST_LABEL) {
            notes.add("label cut at " + Variable.LONGEST_LABEL + " bytes in .sav and .sps");
        }
        if (column.values().labels().values().stream().anyMatch(label -> bytes(label) > Variable.LONGEST_VALUE_LABEL)) {
            notes.add("labels of values cut at " + Variable.LONGEST_VALUE_LABEL + " bytes in .sav and .sps");
        }
        all.add(column.named(name, notes));
    }

    private static int bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length;
    }
}
