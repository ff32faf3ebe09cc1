package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Ranking;

/** Nothing that a cell says is guessed. */
class ItemReadingTest {

    private static final List<Option> OPTIONS = List.of(
            new Option("A", "Apples", false, false),
            new Option("B", "Berries", false, false),
            new Option("C", "Cherries", false, false));
    private static final Item SEVERAL = new MultiChoice("fruit", "Which?", OPTIONS, null, null, false);
    private static final Item RANKED = new Ranking("fruit", "Which first?", OPTIONS, null, null, null, false);

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(strings = {"1", "Yes", "y", "TRUE", "Checked", "Selected", "X", "A", "Apples", "picked"})
    void what_means_ticked_ticks(String cell) throws IOException {
        assertThat(read(SEVERAL, Map.of("picked", "A"), cell, "0", "")).hasToString("[\"A\"]");
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "No", "N", "false", "Unchecked", "Not Selected"})
    void what_means_not_ticked_does_not(String cell) throws IOException {
        assertThat(read(SEVERAL, Map.of(), cell, "1", "")).hasToString("[\"B\"]");
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "perhaps", "Berries", "B", "picked", "=A1"})
    void anything_else_is_told(String cell) throws IOException {
        read(SEVERAL, Map.of("picked", "B"), cell, "1", "");

        assertThat(problems.total()).isEqualTo(1);
    }

    @Test
    void places_are_read_in_their_order() throws IOException {
        assertThat(read(RANKED, Map.of(), "2", "3.0", "1")).hasToString("[\"C\",\"A\",\"B\"]");
        assertThat(read(RANKED, Map.of(), "", "1", "")).hasToString("[\"B\"]");
        assertThat(read(RANKED, Map.of(), "", "", "")).isNull();
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5,1,2", "0,1,2", "-3,1,2", "1,2,4", "2,3,", "1,1,2", "2000000000,1,2"})
    void places_that_are_none_are_told_and_not_put_in_order(String cells) throws IOException {
        assertThat(read(RANKED, Map.of(), cells.split(",", -1))).isNull();
        assertThat(problems.total()).isEqualTo(1);
    }

    @Test
    void blanks_around_what_records_call_a_workshop_are_none_of_it() {
        DeclaredWorkshop declared = new DeclaredWorkshop(
                " Spring \u2003\u0001", "Our first", "c", "1", "online", "mentee", null, List.of(), 1, 1, null);

        assertThat(declared.reference()).isEqualTo("Spring");
        assertThat(new Mapping.Where(null, "Spring ").key()).isEqualTo("Spring");
    }

    private JsonNode read(Item item, Map<String, String> options, String... cells) throws IOException {
        Map<String, String> columns = Map.of("A", "a", "B", "b", "C", "c");
        Header header = Header.read(
                new CsvLines(new StringReader("a,b,c\n"), ','), Layout.CSV, ',', Set.of("a", "b", "c"), problems);
        MappedItem mapped = new MappedItem("fruit", null, null, null, options, columns, null, null, null);
        return item.match(new ItemReading(mapped, null, new Cells(2, header, List.of(cells), Set.of()), problems));
    }
}
