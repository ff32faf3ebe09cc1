package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.bedatadriven.spss.SpssDataFileReader;
import com.bedatadriven.spss.SpssVariable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringcommons.survey.dataset.CsvFile;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.RedcapFile;
import org.mentoringcommons.survey.dataset.SavFile;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Quantity;

/** Keys and versions that meet in one file of rows. */
class DatasetFilesTest {

    private static final List<String> KEYS =
            List.of("V20", "V11", "v1", "V2", "x_1", "x_2", "x_3", "x_4", "x_5", "x_6", "x_7", "x_8");

    @TempDir
    Path folder;

    @Test
    void values_stand_under_their_own_names_in_a_system_file_whatever_items_are_called() throws Exception {
        SurveyWave wave = Handmade.wave(
                "1", 0, KEYS.stream().map(key -> number(key, "0", "99", 0)).toArray(Item[]::new));
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        KEYS.forEach(key -> answers.put(key, 30 + answers.size()));
        answers.forEach((key, value) -> expected.put(key, value.toString()));

        byte[] sav = Handmade.written(
                        sheets -> new SavFile(Handmade.dataset(1, wave), sheets), Handmade.row(wave, answers))
                .get(Sheet.DATA);

        SpssDataFileReader reader = new SpssDataFileReader(new ByteArrayInputStream(sav));
        assertThat(reader.readNextCase()).isTrue();
        List<SpssVariable> variables = reader.getVariables();
        assertThat(variables).hasSizeGreaterThanOrEqualTo(20);
        Map<String, String> read = new LinkedHashMap<>();
        variables.stream()
                .filter(variable -> KEYS.contains(variable.getVariableName()))
                .forEach(variable -> read.put(variable.getVariableName(), SavValue.of(reader, variable)));
        assertThat(read).isEqualTo(expected);
        List<String> names =
                variables.stream().map(SpssVariable::getVariableName).toList();
        assertThat(variables).extracting(SpssVariable::getShortName).doesNotContainAnyElementsOf(names);
        Pspp.assumeInstalled();
        Files.write(folder.resolve("answers.sav"), sav);
        Pspp.run(folder, "GET FILE='answers.sav'.\n" + Pspp.saved("read.csv"));
        assertThat(Exporting.lines(Files.readString(folder.resolve("read.csv"))))
                .singleElement()
                .satisfies(line -> assertThat(line).containsAllEntriesOf(expected));
    }

    @Test
    void a_number_that_versions_bound_differently_is_described_as_all_of_them_take_it() throws IOException {
        SurveyWave whole = Handmade.wave("1", 0, number("hours", "0", "10", 0));
        SurveyWave finer = Handmade.wave("2", 0, number("hours", "-1.5", "8", 2));
        SurveyWave wider = Handmade.wave("3", 0, number("hours", "2", "4e1", 1));
        Dataset dataset = Handmade.dataset(3, whole, finer, wider);
        Map<Sheet, byte[]> redcap = Handmade.written(
                sheets -> new RedcapFile(dataset, sheets),
                Handmade.row(whole, Map.of("hours", 4)),
                Handmade.row(finer, Map.of("hours", new BigDecimal("-1.25"))),
                Handmade.row(wider, Map.of("hours", new BigDecimal("39.5"))));

        RedcapRules rules = new RedcapRules(text(redcap, Sheet.DICTIONARY));
        rules.check();
        rules.checkRecords(Exporting.lines(text(redcap, Sheet.DATA)));
        assertThat(rules.field("hours"))
                .containsEntry("Text Validation Type OR Show Slider Number", "number")
                .containsEntry("Text Validation Min", "-1.5")
                .containsEntry("Text Validation Max", "40");
        Map<Sheet, byte[]> csv = Handmade.written(sheets -> new CsvFile(dataset, "a.csv", sheets));
        assertThat(text(csv, Sheet.SYNTAX)).contains("hours F20.2");
        assertThat(Exporting.lines(text(csv, Sheet.CODEBOOK)))
                .filteredOn(column -> column.get("column").equals("hours"))
                .extracting(column -> column.get("type"))
                .containsExactly("decimal");
    }

    @Test
    void a_day_that_versions_bound_differently_is_described_as_all_of_them_take_it() throws IOException {
        SurveyWave early = Handmade.wave(
                "1", 0, day("since", "2020-01-01", "2020-12-31"), day("until", "2020-01-01", "2020-12-31"));
        SurveyWave late = Handmade.wave("2", 0, day("since", "2019-01-01", "2024-12-31"), day("until", null, null));
        SurveyWave again = Handmade.wave(
                "3", 0, day("since", "2022-01-01", "2022-12-31"), day("until", "2020-01-01", "2020-12-31"));

        Map<Sheet, byte[]> redcap = Handmade.written(
                sheets -> new RedcapFile(Handmade.dataset(1, early, late, again), sheets),
                Handmade.row(late, Map.of("since", "2019-02-28", "until", "2031-01-01")));

        RedcapRules rules = new RedcapRules(text(redcap, Sheet.DICTIONARY));
        rules.checkRecords(Exporting.lines(text(redcap, Sheet.DATA)));
        assertThat(Stream.of("since", "until").map(rules::field))
                .extracting(field -> field.get("Text Validation Min") + "/" + field.get("Text Validation Max"))
                .containsExactly("2019-01-01/2024-12-31", "/");
    }

    private static Quantity number(String key, String min, String max, int decimals) {
        return new Quantity(key, key, new BigDecimal(min), new BigDecimal(max), decimals, null, null, false);
    }

    private static Day day(String key, String earliest, String latest) {
        return new Day(key, key, date(earliest), date(latest), null, null, false);
    }

    private static LocalDate date(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static String text(Map<Sheet, byte[]> files, Sheet sheet) {
        return new String(files.get(sheet), StandardCharsets.UTF_8);
    }
}
