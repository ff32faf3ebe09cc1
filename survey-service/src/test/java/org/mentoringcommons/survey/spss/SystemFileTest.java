package org.mentoringcommons.survey.spss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.bedatadriven.spss.SpssDataFileReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.spss.Variable.Kind;
import org.mentoringcommons.survey.spss.Variable.Measure;

class SystemFileTest {

    private static final Instant CREATED = Instant.parse("2026-09-09T10:00:00Z");

    @Test
    void numbers_of_every_size_days_and_texts_are_read_as_they_were_written() throws IOException {
        List<Variable> variables = List.of(
                number("small"),
                new Variable("words", "", Kind.TEXT, 20, 0, Measure.NOMINAL, Map.of(), List.of()),
                new Variable("day", "", Kind.DAY, 0, 0, Measure.SCALE, Map.of(), List.of()));
        List<Number> numbers = List.of(0, -99, -100, 151, 152, 2.5, 1e12, -0.125, 999_999_999_999.123456);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SystemFile file = new SystemFile(bytes, "A file", CREATED, numbers.size() + 1, variables)) {
            for (Number number : numbers) {
                file.row(number, "größer als 20 Bytes", LocalDate.of(2024, 2, 29));
            }
            file.row(null, null, null);
        }

        SpssDataFileReader reader = new SpssDataFileReader(new ByteArrayInputStream(bytes.toByteArray()));

        List<Double> read = new ArrayList<>();
        for (int row = 0; row < numbers.size(); row++) {
            assertThat(reader.readNextCase()).isTrue();
            read.add(reader.getDoubleValue(0));
            assertThat(reader.getStringValue(1).stripTrailing()).isEqualTo("größer als 20 Byte");
            assertThat(reader.getDoubleValue(2)).isEqualTo(13_928_544_000.0);
        }
        assertThat(read)
                .containsExactlyElementsOf(
                        numbers.stream().map(Number::doubleValue).toList());
        assertThat(reader.readNextCase()).as("the row of nothing").isTrue();
        assertThat(reader.getStringValue(1)).isBlank();
        assertThat(reader.readNextCase()).isFalse();
    }

    @Test
    void a_file_has_as_many_rows_as_it_says() throws IOException {
        SystemFile file = new SystemFile(new ByteArrayOutputStream(), "", CREATED, 2, List.of(number("a")));
        file.row(1);

        assertThatIOException().isThrownBy(file::close).withMessageContaining("2 cases was given 1");
    }

    @Test
    void labels_are_cut_between_characters_where_the_format_ends() throws IOException {
        String label = "é".repeat(200);
        Variable variable = new Variable("v", label, Kind.NUMBER, 0, 0, Measure.ORDINAL, Map.of(1, label), List.of(-8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SystemFile(bytes, label, CREATED, 0, List.of(variable)).close();

        SpssDataFileReader reader = new SpssDataFileReader(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(reader.getVariables().get(0).getVariableLabel()).isEqualTo("é".repeat(127));
        assertThat(reader.getVariables().get(0).getValueLabels()).isEqualTo(Map.of(1.0, "é".repeat(60)));
    }

    @Test
    void what_the_format_has_no_room_for_is_refused_by_name() {
        for (String name : List.of("with", "_x", "a-b", "", "x.", "a".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> number(name)).withMessageContaining(name);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SystemFile(new ByteArrayOutputStream(), "", CREATED, 0, List.of(number("a"), number("A"))))
                .withMessageContaining("A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Variable("long", "", Kind.TEXT, 256, 0, Measure.NOMINAL, Map.of(), List.of()))
                .withMessageContaining("long");
    }

    @Test
    void lines_of_syntax_are_short_and_words_in_it_stay_words() {
        Variable variable = new Variable(
                "plan", "It's ".repeat(60), Kind.NUMBER, 0, 0, Measure.NOMINAL, Map.of(1, "Yes, 'sure'"), List.of());

        String syntax = new Syntax("a.csv", List.of(new Syntax.Column(variable, List.of("'=Yes")))).toString();

        assertThat(syntax.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 200);
        assertThat(syntax).contains("1 'Yes, ''sure'''", "('''=Yes'=1)", "words_1 A5", "INTO plan.");
    }

    private static Variable number(String name) {
        return new Variable(name, "", Kind.NUMBER, 0, 0, Measure.SCALE, Map.of(), List.of());
    }
}
