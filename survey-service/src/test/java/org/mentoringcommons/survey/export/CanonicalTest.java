package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.coding.CodebookReference;
import org.mentoringcommons.survey.dataset.Dataset;
import org.mentoringcommons.survey.dataset.FhirFile;
import org.mentoringcommons.survey.dataset.Sheet;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.tenancy.contract.Token;

/** Questionnaires of FHIR that ask something else never have one address or id, wherever they meet. */
class CanonicalTest {

    private static final String BASE = "https://survey.example/fhir";
    private static final String LAKESIDE = Token.LAKESIDE.id();
    private static final String ANOTHER = "00000000-0000-4000-8000-000000000001";
    private static final CodebookReference FIRST = new CodebookReference("plan-codes", "1");
    private static final CodebookReference SECOND = new CodebookReference("plan-codes", "2");

    @Test
    void what_is_asked_as_published_has_the_version_of_its_instrument_everywhere() throws IOException {
        assertThat(asked(LAKESIDE, 0)).isEqualTo(asked(ANOTHER, 0));
        assertThat(asked(LAKESIDE, 0).get("version").asText()).isEqualTo("1");
    }

    @Test
    void an_adaptation_is_told_by_its_institution_and_codes_by_their_codebooks() throws IOException {
        assertThat(asked(LAKESIDE, 2).get("version").asText()).isEqualTo("1~own~" + LAKESIDE + "~2");
        assertThat(asked(LAKESIDE, 0, FIRST).get("version").asText()).isEqualTo("1~coded~plan-codes~1");
        List<JsonNode> different = new ArrayList<>();
        for (String institution : List.of(LAKESIDE, ANOTHER)) {
            for (int revision : List.of(1, 2)) {
                different.add(asked(institution, revision));
                different.add(asked(institution, revision, FIRST));
            }
        }
        different.addAll(List.of(
                asked(LAKESIDE, 0),
                asked(LAKESIDE, 0, FIRST),
                asked(LAKESIDE, 0, SECOND),
                asked(LAKESIDE, 0, FIRST, SECOND)));

        assertThat(different)
                .extracting(questionnaire -> questionnaire.get("version").asText())
                .doesNotHaveDuplicates();
        assertThat(different)
                .extracting(questionnaire -> questionnaire.get("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void codes_of_what_an_instrument_does_not_ask_make_it_no_other() throws IOException {
        SurveyWave other = Handmade.wave("2", 0, new Text("why", "Why?", 100, null, null, false));

        assertThat(asked(dataset(LAKESIDE, other, FIRST), other).get("version").asText())
                .isEqualTo("2");
    }

    @Test
    void codes_of_own_items_and_of_words_have_addresses_that_only_the_same_codes_have() throws IOException {
        Choice shared = new Choice("career", "Where?", options("Postdoc", "Student"), null, null, false);
        Choice own = new Choice("own_unit", "Which?", options("A", "B"), null, null, false);
        List<String> systems = new ArrayList<>();
        for (String institution : List.of(LAKESIDE, ANOTHER)) {
            SurveyWave wave = Handmade.wave("1", 2, shared, own);
            JsonNode asked = asked(dataset(institution, wave), wave);
            assertThat(system(asked, 0)).isEqualTo(BASE + "/Questionnaire/skills/1/career");
            systems.add(system(asked, 1));
        }
        assertThat(systems)
                .containsExactly(
                        BASE + "/Questionnaire/skills/1~own~" + LAKESIDE + "~2/own_unit",
                        BASE + "/Questionnaire/skills/1~own~" + ANOTHER + "~2/own_unit");
        assertThat(system(asked(LAKESIDE, 0, FIRST).at("/item/0"), 1))
                .isEqualTo(BASE + "/Questionnaire/skills/1~coded~plan-codes~1/plans");
    }

    private static List<Option> options(String... codes) {
        return Stream.of(codes)
                .map(code -> new Option(code, code, false, false))
                .toList();
    }

    private static String system(JsonNode asked, int item) {
        return asked.at("/item/" + item + "/answerOption/0/valueCoding/system").asText();
    }

    private static JsonNode asked(String institution, int revision, CodebookReference... codebooks) throws IOException {
        SurveyWave wave = Handmade.wave("1", revision, new Text("plans", "What next?", 100, null, null, false));
        return asked(dataset(institution, wave, codebooks), wave);
    }

    /** The Questionnaire of the only wave, to which the response refers. */
    private static JsonNode asked(Dataset dataset, SurveyWave wave) throws IOException {
        Map<Sheet, byte[]> files =
                Handmade.written(sheets -> new FhirFile(dataset, BASE, sheets), Handmade.row(wave, Map.of()));
        JsonNode questionnaire = new JsonMapper().readTree(files.get(Sheet.QUESTIONNAIRE));
        assertThat(new JsonMapper()
                        .readTree(files.get(Sheet.DATA))
                        .get("questionnaire")
                        .asText())
                .isEqualTo(BASE + "/Questionnaire/skills|"
                        + questionnaire.get("version").asText());
        return questionnaire;
    }

    private static Dataset dataset(String institution, SurveyWave wave, CodebookReference... codebooks) {
        Dataset plain = Handmade.dataset(1, wave);
        return new Dataset(
                plain.name(),
                institution,
                plain.population(),
                plain.created(),
                plain.rows(),
                plain.waves(),
                codebooks.length == 0 ? Map.of() : Map.of("plans", List.of(new Code("Agenda", "An agenda"))),
                codebooks.length == 0 ? Map.of() : Map.of("plans", List.of(codebooks)));
    }
}
