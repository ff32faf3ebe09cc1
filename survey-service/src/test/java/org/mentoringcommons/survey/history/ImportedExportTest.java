package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

/** What was imported is exported as what was collected here: half pairs as halves, and no more of a file once it is undone. */
@QuarkusTest
class ImportedExportTest {

    @Inject
    Historic historic;

    @Test
    void half_a_pair_is_missing_on_its_side_and_the_populations_stay_apart() throws IOException {
        Historic.Past past = historic.past();
        Historic.imported(
                past,
                Historic.HEADER + past.reference() + ",1,ann,yes,3,,2,7,4,Postdoc,,,\n" + past.reference()
                        + ",2,bob,no,1,2,,,5,,,,\n");

        List<Map<String, String>> consented = rows(ordered(past, "consented"));
        List<Map<String, String>> evaluated = rows(ordered(past, "evaluated"));

        assertThat(consented).hasSize(1);
        assertThat(consented.get(0))
                .containsEntry("communication_1_then", "3")
                .containsEntry("communication_1_now", "")
                .containsEntry("communication_2_then", "2")
                .containsEntry("communication_2_now", "7")
                .containsEntry("unfinished", "1");
        assertThat(evaluated).hasSize(2);
        assertThat(evaluated).anySatisfy(row -> assertThat(row)
                .containsEntry("communication_1_now", "2")
                .containsEntry("unfinished", "0"));
    }

    @Test
    void an_export_with_answers_that_are_undone_is_recalled() {
        Historic.Past past = historic.past();
        String address = Historic.imported(past, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n");
        String export = Historic.address(ordered(past, "consented"));

        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);

        assertThat(evaluator().get(export).<String>path("state")).isEqualTo("recalled");
    }

    private static Api evaluator() {
        return Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER);
    }

    private static Response ordered(Historic.Past past, String population) {
        Response made = evaluator()
                .post(
                        "/protocols/" + past.protocol() + "/exports",
                        Map.of("format", "csv", "population", population, "purpose", "Tests of this report"));
        made.then().statusCode(201);
        return made;
    }

    private static List<Map<String, String>> rows(Response made) throws IOException {
        String csv = evaluator()
                .get(Historic.address(made) + "/files/data")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(csv)
                .readAll();
    }
}
