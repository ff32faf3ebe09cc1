package org.mentoringcommons.curriculum.roster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Refusal.Violation;

class RosterFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,email\nAna Núñez,ana@example.org\nBo Li,bo@example.org\n",
                "name,email\r\nAna Núñez,ana@example.org\r\nBo Li,bo@example.org",
                "name,email\rAna Núñez,ana@example.org\rBo Li,bo@example.org",
                "\uFEFFname,email\nAna Núñez,ana@example.org\nBo Li,bo@example.org",
                "Name, E\u006Dail\n\n  Ana Núñez , ana@example.org \n\nBo Li,bo@example.org\n\n",
                "\"name\",\"email\"\n\"Ana Núñez\",\"ana@example.org\"\n\"Bo Li\",bo@example.org\n",
            })
    void reads_what_spreadsheets_write(String text) {
        List<RosterFile.Line> people = RosterFile.read(text.getBytes(UTF_8)).people();

        assertThat(people).extracting(RosterFile.Line::name).containsExactly("Ana Núñez", "Bo Li");
        assertThat(people).extracting(RosterFile.Line::email).containsExactly("ana@example.org", "bo@example.org");
    }

    @Test
    void keeps_commas_and_quotes_inside_quoted_names() {
        List<RosterFile.Line> people = read("name,email\n\"Li, Bo \"\"B.\"\"\",bo@example.org");

        assertThat(people).extracting(RosterFile.Line::name).containsExactly("Li, Bo \"B.\"");
    }

    @Test
    void an_empty_roster_is_a_roster() {
        assertThat(read("name,email\n")).isEmpty();
    }

    @Test
    void names_every_wrong_line_at_once_and_never_what_it_says() {
        List<Violation> wrong = wrong(
                """
                name,email
                Ana,ana@example.org
                ,nobody@example.org
                Bo,
                Cy,not-an-address
                Di,ANA@example.org
                Ed,ed@example.org,extra
                "Flo,flo@example.org
                Gus
                Hal,hal@localhost
                "Ida" Ives,ida@example.org
                Jo,a b@example.org
                """);

        assertThat(wrong)
                .extracting(Violation::field)
                .containsExactly(
                        "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9", "line 10", "line 11",
                        "line 12");
        assertThat(wrong).extracting(Violation::message).allSatisfy(message -> assertThat(message)
                .doesNotContain("@example", "Ana", "Bo", "Flo"));
        assertThat(wrong.get(3).message()).isEqualTo("has the same e-mail address as line 2");
    }

    @Test
    void tells_both_things_wrong_with_one_line() {
        assertThat(wrong("name,email\n,x")).extracting(Violation::field).containsExactly("line 2", "line 2");
    }

    @Test
    void names_the_lines_of_another_encoding_beside_the_other_wrong_ones() {
        byte[] latin = "name,email\nAna Nunez,ana@example.org\nJosé,jose@example.org\nBo,\nZoë,zoe@example.org"
                .getBytes(ISO_8859_1);

        assertThat(wrong(latin)).extracting(Violation::field).containsExactlyInAnyOrder("line 3", "line 4", "line 5");
    }

    @Test
    void refuses_other_encodings_of_unicode_from_the_first_line() {
        String text = "name,email\nAna,ana@example.org";

        assertThat(wrong(text.getBytes(UTF_16))).extracting(Violation::field).contains("line 1");
        assertThat(wrong(text.getBytes(UTF_16LE))).extracting(Violation::field).contains("line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "email,name\na@example.org,A", "name;email\nA;a@example.org", "Ana,ana@example.org"})
    void refuses_a_file_without_the_header(String text) {
        assertThat(wrong(text)).extracting(Violation::field).containsExactly("line 1");
    }

    @Test
    void refuses_control_characters() {
        assertThat(wrong("name,email\nA\u0000b,a@example.org\nB\tc,b@example.org\nC,c\u0000@example.org"))
                .extracting(Violation::field)
                .containsExactly("line 2", "line 3", "line 4");
    }

    @Test
    void takes_ten_thousand_people_and_not_one_more() {
        assertThat(read(people(10_000))).hasSize(10_000);
        assertThat(wrong(people(10_001))).extracting(Violation::field).containsExactly("line 10002");
    }

    static String people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "Person " + number + ",person" + number + "@example.org")
                .collect(Collectors.joining("\n", "name,email\n", "\n"));
    }

    private static List<RosterFile.Line> read(String text) {
        return RosterFile.read(text.getBytes(UTF_8)).people();
    }

    private static List<Violation> wrong(String text) {
        return wrong(text.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> wrong(byte[] bytes) {
        HttpProblem refused = catchThrowableOfType(
                HttpProblem.class, () -> RosterFile.read(bytes).people());
        assertThat(refused).isNotNull();
        return (List<Violation>) refused.getParameters().get("violations");
    }
}
