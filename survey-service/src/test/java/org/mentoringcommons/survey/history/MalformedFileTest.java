package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a file is told by line and column, without what it says, and nothing of it is kept. */
@QuarkusTest
class MalformedFileTest {

    @Inject
    Historic historic;

    private Historic.Past past;
    private String address;

    @BeforeEach
    void prepare() {
        past = historic.past();
        address = Historic.prepared(past, past.mapping());
    }

    @Test
    void every_line_that_cannot_be_is_told_at_once_and_nothing_is_imported() {
        String r = past.reference();
        String file = Historic.HEADER
                + r + ",1,a,yes,3,6,,,4,,,,\n" // 2: good
                + r + ",2,b,yes,9,6,,,4,,,,\n" // 3: beyond the scale
                + r + ",3,c,yes,x,6,,,4,,,,\n" // 4: no number
                + r + ",4,d,perhaps,3,6,,,4,,,,\n" // 5: neither yes nor no
                + r + ",5,e,yes,3,6,,,4,Dean,,,\n" // 6: no option
                + r + ",6,f,yes,3,6,,,4,,Asian;Green,,\n" // 7: one of two is no option
                + r + ",7,g,yes,3,6,,,=A1+1,,,,\n" // 8: a formula
                + r + ",8,h,yes,3,6,,,4,,,\n" // 9: a cell too few
                + "nowhere,9,i,yes,3,6,,,4,,,,\n" // 10: a workshop nobody knows
                + r + ",1,j,yes,3,6,,,4,,,,\n" // 11: the record of line 2
                + r + ",,k,yes,3,6,,,4,,,,\n" // 12: no record
                + r + ",12,l,yes,,,,,,,,,\n" // 13: nothing
                + r + ",13,m,yes,3,6,,,4,,,a \"b\" c,\n" // 14: a stray quotation mark
                + r + ",14,a,yes,3,6,,,5,,,,\n" // 15: the participant of line 2
                + r + ",15,o,yes,3,6,,,\"2,5\",,,,\n" // 16: a decimal comma
                + r + ",16,p,yes,3,6,,,4,,,\"one\ntwo\",\n" // 17 and 18: good
                + r + ",17,q,yes,3,6,,,2.5,,,,\n" // 19: no whole point
                + r + ",18,r,yes,3,6,,,4,,,\"never closed,\n";

        Response refused = Historic.send(address, file);

        refused.then().statusCode(400).body("type", equalTo("urn:mentoring-commons:problem:import-malformed"));
        assertThat(told(refused))
                .containsExactly(
                        Map.entry("line 3, c1_before (communication_1)", "outside 1–7"),
                        Map.entry("line 4, c1_before", "is no number, and nothing the mapping names"),
                        Map.entry("line 5, agreed", "is neither what the mapping calls yes nor what it calls no"),
                        Map.entry("line 6, career", "is none of the options, by code, label or mapping"),
                        Map.entry("line 7, race", "is none of the options, by code, label or mapping"),
                        Map.entry("line 8, valuable", "is a formula of a spreadsheet; save the file with values"),
                        Map.entry("line 9", "has 12 cells instead of 13"),
                        Map.entry(
                                "line 10, workshop",
                                "names a workshop that is not on record; an administrator can put it there, or import with it"
                                        + " in the mapping's workshops"),
                        Map.entry("line 11, id", "has the record of line 2"),
                        Map.entry("line 12, id", "is empty"),
                        Map.entry("line 13", "answers nothing; say in leaveOut which lines are no answers"),
                        Map.entry("line 14", "has a quotation mark inside a word"),
                        Map.entry("line 15, person", "has the participant of line 2, after the same workshop"),
                        Map.entry("line 16, valuable", "is no number: decimals follow a point, such as 2.5"),
                        Map.entry("line 19, valuable", "must be a whole number of 1–5"),
                        Map.entry("line 20", "has a quotation mark, opened in line 20, that does not close"));
        assertThat(refused.<Integer>path("total")).isEqualTo(16);
        assertThat(refused.asString()).doesNotContain("Dean", "perhaps", "nowhere");
        nothingIsThere();
        Response same = Historic.dryRun(address, file);
        assertThat(told(same)).isEqualTo(told(refused));
    }

    @Test
    void of_very_many_things_wrong_some_are_told_and_all_are_counted() {
        String file = Historic.HEADER + (past.reference() + ",1,a,yes,9,6,,,4,,,,\n").repeat(1_000);

        Response refused = Historic.dryRun(address, file);

        assertThat(refused.<Integer>path("total")).isEqualTo(1_000);
        assertThat(refused.<List<?>>path("violations")).hasSize(200);
    }

    @Test
    void the_same_record_very_often_is_counted_too() {
        String file = Historic.HEADER + (past.reference() + ",1,a,yes,3,6,,,4,,,,\n").repeat(1_000);

        Response refused = Historic.dryRun(address, file);

        assertThat(refused.<Integer>path("total")).isEqualTo(2 * 999);
        assertThat(refused.<List<?>>path("violations")).hasSize(200);
        nothingIsThere();
    }

    @Test
    void a_file_in_another_encoding_is_told_so_unless_the_mapping_says_it() {
        String file = Historic.HEADER + past.reference() + ",1,a,yes,3,6,,,4,,,déjà vu,\n";

        assertThat(told(Historic.send(address + "/file", file.getBytes(Charset.forName("windows-1252")))))
                .containsExactly(
                        Map.entry(
                                "line 2",
                                "has bytes that are no UTF-8; save the file as \"CSV UTF-8\", or say its encoding in the mapping"));
        assertThat(told(Historic.send(address + "/file", file.getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(Map.entry(
                        "line 1",
                        "looks like UTF-16; say \"encoding\": \"UTF-16\" in the mapping, or save it as UTF-8"));
        taken("windows-1252", file.getBytes(Charset.forName("windows-1252")));
        taken("UTF-16", file.getBytes(StandardCharsets.UTF_16LE));
        taken(null, file.getBytes(StandardCharsets.UTF_16)); // with a mark
        taken(null, ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8));
        assertThat(told(Historic.send(
                        prepared("windows-1252") + "/file?dryRun=true",
                        ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        Map.entry("line 1", "begins with the mark of UTF-8, but the mapping says windows-1252"));
    }

    @Test
    void another_separator_is_told_and_taken_once_the_mapping_says_it() {
        String file = (Historic.HEADER + past.reference() + ",1,a,yes,3,6,,,4,,,,\n").replace(',', ';');

        assertThat(told(Historic.send(address, file)))
                .containsExactly(Map.entry(
                        "line 1",
                        "has none of the mapped columns; its cells seem to be divided by \";\": say so as \"separator\" in"
                                + " the mapping"));
        Map<String, Object> mapping = past.mapping();
        mapping.put("separator", ";");
        Historic.dryRun(Historic.prepared(past, mapping), file).then().statusCode(200);
    }

    @Test
    void columns_that_are_not_there_or_there_twice_are_told() {
        String file = Historic.HEADER.replace("career", "Career").replace("plans", "id") + past.reference() + "\n";

        assertThat(told(Historic.send(address, file)))
                .containsExactly(
                        Map.entry("line 1, career", "is no column of the file; there is Career"),
                        Map.entry("line 1, plans", "is no column of the file"),
                        Map.entry("line 1, id", "is the name of several columns"));
        assertThat(told(Historic.send(address, "")))
                .containsExactly(Map.entry("line 1", "is missing: the file is empty"));
        assertThat(told(Historic.send(address, Historic.HEADER)))
                .containsExactly(Map.entry("line 1", "has no answers below it"));
    }

    @Test
    void an_apostrophe_that_a_spreadsheet_put_there_is_taken_off_and_no_other() {
        Historic.send(
                        address,
                        Historic.HEADER + past.reference() + ",1,a,yes,3,6,,,4,,,'=more,\n" + past.reference()
                                + ",2,b,yes,3,6,,,4,,,'tis so,\n")
                .then()
                .statusCode(201);

        assertThat(org.mentoringcommons.survey.Database.select(
                        "select texts ->> 'planned_changes' from response where import = ?::uuid order by 1",
                        Historic.id(address)))
                .containsExactlyInAnyOrder(List.of("=more"), List.of("'tis so"));
    }

    @Test
    void what_is_wrong_with_the_one_side_that_a_file_has_is_told_of_that_side() {
        Map<String, Object> mapping = past.mapping();
        mapping.put("items", List.of(Map.of("item", "communication_1", "then", "c1_before")));

        Response refused = Historic.dryRun(
                Historic.prepared(past, mapping), Historic.HEADER + past.reference() + ",1,a,yes,9,6,,,4,,,,\n");

        assertThat(told(refused)).containsExactly(Map.entry("line 2, c1_before (communication_1)", "outside 1–7"));
    }

    @Test
    void numbers_and_workshops_of_any_size_are_told() {
        Response refused = Historic.dryRun(
                address,
                Historic.HEADER + past.reference() + ",1,a,yes,100E2147483647,6,,,4,,,,\n" + past.reference()
                        + ",2,b,yes," + "9".repeat(40_000) + ",6,,,4,,,,\n" + "w".repeat(201)
                        + ",3,c,yes,3,6,,,4,,,,\n");

        assertThat(told(refused))
                .containsExactly(
                        Map.entry("line 2, c1_before", "is no number, and nothing the mapping names"),
                        Map.entry("line 3, c1_before", "is no number, and nothing the mapping names"),
                        Map.entry("line 4, workshop", "is longer than 200"));
    }

    private void taken(String encoding, byte[] file) {
        Historic.send(prepared(encoding) + "/file?dryRun=true", file).then().statusCode(200);
    }

    private String prepared(String encoding) {
        Map<String, Object> mapping = new HashMap<>(past.mapping());
        if (encoding != null) {
            mapping.put("encoding", encoding);
        }
        return Historic.prepared(past, mapping);
    }

    private void nothingIsThere() {
        assertThat(Historic.state(address)).isEqualTo("expecting");
        assertThat(Historic.staged(address)).isZero();
        assertThat(Historic.answers(address)).isEmpty();
    }

    private static List<Map.Entry<String, String>> told(Response refused) {
        refused.then().statusCode(400);
        List<Map.Entry<String, String>> told = new ArrayList<>();
        for (Map<String, String> violation : refused.<List<LinkedHashMap<String, String>>>path("violations")) {
            told.add(Map.entry(violation.get("field"), violation.get("message")));
        }
        return told;
    }
}
