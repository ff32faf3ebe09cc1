package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records are read as RFC 4180 has them; what is none spoils itself and no other, and its line is known. */
class CsvLinesTest {

    @Test
    void cells_are_read_with_what_stands_in_quotation_marks() throws IOException {
        assertThat(read("a,\"b, c\",\"d \"\"e\"\"\",\r\n\"\",f,g,h"))
                .containsExactly(line(1, "a", "b, c", "d \"e\"", ""), line(2, "", "f", "g", "h"));
    }

    @Test
    void a_record_has_the_line_on_which_it_begins_however_lines_end() throws IOException {
        assertThat(read("a,\"b\nc\r\nd\re\"\r\nf,g\rh,i\n\nj,k\n"))
                .containsExactly(
                        line(1, "a", "b\nc\r\nd\re"),
                        line(5, "f", "g"),
                        line(6, "h", "i"),
                        line(7, ""),
                        line(8, "j", "k"));
    }

    @Test
    void a_stray_quotation_mark_spoils_its_own_record() throws IOException {
        List<CsvLines.Line> lines = read("a,b \"c\" d,e\nf,\"g\" h\ni,j\n");

        assertThat(lines).extracting(CsvLines.Line::line).containsExactly(1, 2, 3);
        assertThat(lines.get(0).fault()).isEqualTo("has a quotation mark inside a word");
        assertThat(lines.get(1).fault()).isEqualTo("has words after a closing quotation mark");
        assertThat(lines.get(2)).isEqualTo(line(3, "i", "j"));
    }

    @Test
    void one_that_never_closes_ends_the_file_and_is_told_where_it_opens() throws IOException {
        List<CsvLines.Line> lines = read("a,b\nc,\"d\n" + "e,f\n".repeat(100_000));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).line()).isEqualTo(2);
        assertThat(lines.get(1).fault()).isEqualTo("has a quotation mark, opened in line 2, that does not close");
    }

    @Test
    void no_cell_and_no_line_is_held_without_bound() throws IOException {
        assertThat(read("a".repeat(60_000) + "\nb\n").get(0).fault())
                .isEqualTo("has a cell longer than 50000 characters");
        List<CsvLines.Line> wide = read(",".repeat(6_000) + "\nb\n");
        assertThat(wide.get(0).fault()).isEqualTo("has more than 5000 cells");
        assertThat(wide.get(1)).isEqualTo(line(2, "b"));
    }

    @Test
    void a_line_of_many_cells_none_of_them_too_long_is_not_held_without_bound() throws IOException {
        String cell = "a".repeat(40_000);

        for (String one : List.of(cell, '"' + cell + '"')) {
            List<CsvLines.Line> lines = read((one + ",").repeat(100) + "\nb\n");

            assertThat(lines.get(0).fault()).isEqualTo("has more than 1000000 characters");
            assertThat(lines.get(0).cells()).isEmpty();
            assertThat(lines.get(1)).isEqualTo(line(2, "b"));
        }
        assertThat(read((cell + ",").repeat(25)).get(0).fault()).isNull();
    }

    private static List<CsvLines.Line> read(String text) throws IOException {
        CsvLines lines = new CsvLines(new StringReader(text), ',');
        List<CsvLines.Line> read = new ArrayList<>();
        for (CsvLines.Line next = lines.next(); next != null; next = lines.next()) {
            read.add(next);
        }
        return read;
    }

    private static CsvLines.Line line(int number, String... cells) {
        return new CsvLines.Line(number, List.of(cells), null);
    }
}
