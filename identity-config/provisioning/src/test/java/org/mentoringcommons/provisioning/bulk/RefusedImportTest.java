package org.mentoringcommons.provisioning.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.provisioning.Api;

/** A file with anything wrong in it: all of it is told by line, and nothing is done. */
@QuarkusTest
class RefusedImportTest {

    private final String word = Api.fresh("bulk");
    private final Imported imported = new Imported(word);

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @Test
    void everything_wrong_in_all_lines_is_told_at_once_and_nothing_is_done() {
        Api.institution(word + "-taken");
        String file = Imported.HEADER
                + imported.line("fine", "College", "fine." + word)
                + (word + "-taken,College,midwest,institution,America/Chicago," + word + "-taken.example,,,,\n")
                + (word + "-x,,nowhere,university,Chicago,no_domain,Dana,nobody,,Reyes (Dr.)\n")
                + (word + "-fine,Again,midwest,institution,America/Chicago," + word + "-fine.example,,,,\n")
                + (word + "-y,Ragged,midwest\n")
                + (word + "-z,=HYPERLINK(\"x\"),midwest,institution,America/Chicago,,,,,\n")
                + (word + "-q,\"unclosed,midwest,institution,America/Chicago,,,,,\n");

        Response answer = Api.operator().postCsv("/imports", Imported.bytes(file));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        List<String> fields = answer.jsonPath().getList("violations.field");
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "line 3: alias",
                        "line 3: domains",
                        "line 4: name",
                        "line 4: hub",
                        "line 4: kind",
                        "line 4: timeZone",
                        "line 4: domains",
                        "line 4: username",
                        "line 4: email",
                        "line 4: firstName",
                        "line 4: lastName",
                        "line 5: alias",
                        "line 5: domains",
                        "line 6",
                        "line 7",
                        "line 8");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 5: alias' }.message"))
                .isEqualTo("is that of line 2");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 6' }.message"))
                .isEqualTo("has 3 columns instead of 10");
        assertThat(answer.jsonPath().getString("violations.find { it.field == 'line 7' }.message"))
                .contains("formula");
        imported.assertNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "'alias;name;hub;kind;timeZone;domains', commas",
        "'alias,name,hub,kind,timeZone', is missing",
        "'alias,name,hub,kind,timeZone,domains,colour', no column",
        "'alias,alias,name,hub,kind,timeZone,domains', twice",
        "'alias,name,hub,kind,timeZone,domains,username', is missing",
        "'', no column",
    })
    void a_header_that_is_none_is_refused_saying_why(String header, String reason) {
        Response answer = Api.operator().postCsv("/imports?dryRun=true", Imported.bytes(header + "\nx,y,z,a,b,c\n"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.message", String.class).toString())
                .contains(reason);
        assertThat(answer.jsonPath().getList("violations.field", String.class))
                .allSatisfy(field -> assertThat(field).startsWith(header.isEmpty() ? "line 2" : "line 1"));
    }

    @Test
    void another_encoding_is_named() {
        byte[] latin = (Imported.HEADER + imported.line("a", "Universit\u00e4t", "a." + word))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = ("\uFEFF" + Imported.HEADER).getBytes(StandardCharsets.UTF_16LE);

        assertThat(Api.operator().postCsv("/imports", latin).jsonPath().getString("violations[0].message"))
                .contains("not UTF-8");
        assertThat(Api.operator().postCsv("/imports", latin).jsonPath().getList("violations.field"))
                .containsExactly("line 2");
        assertThat(Api.operator().postCsv("/imports", utf16).jsonPath().getString("violations[0].message"))
                .contains("UTF-16");
        imported.assertNothing();
    }

    @Test
    void more_than_a_file_takes_is_refused() {
        StringBuilder file = new StringBuilder("alias,name,hub,kind,timeZone,domains\n");
        for (int i = 0; i <= ImportFile.LINES_AT_MOST; i++) {
            file.append(word).append('-').append(i).append(",College,midwest,institution,UTC,\n");
        }

        Response answer = Api.operator().postCsv("/imports", Imported.bytes(file.toString()));

        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("line 1002");
        imported.assertNothing();
    }
}
