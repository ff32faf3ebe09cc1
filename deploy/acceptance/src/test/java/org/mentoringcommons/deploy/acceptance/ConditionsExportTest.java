package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Whom an institution's own questions are for, HAPI finds in the exported questionnaire as the form decided it. */
@ExtendWith(TheStack.class)
class ConditionsExportTest {

    private static final String INSTRUMENT = "mentorship-evaluation/1.0.0";
    private static final List<String> CONDITIONS = List.of(
            "{\"item\": \"own_one\", \"equals\": \"x\"}",
            "{\"any\": [{\"item\": \"own_some\", \"equals\": \"p\"}, {\"item\": \"own_some\", \"equals\": \"r\"}]}",
            "{\"item\": \"own_years\", \"atLeast\": 2, \"atMost\": 5}",
            "{\"item\": \"own_years\", \"answered\": false}",
            "{\"not\": {\"item\": \"own_one\", \"equals\": \"x\"}}",
            "{\"not\": {\"item\": \"own_years\", \"atMost\": 2.5}}",
            "{\"all\": [{\"any\": [{\"item\": \"own_one\", \"equals\": \"y\"}, {\"item\": \"own_some\", \"equals\": \"q\"}]},"
                    + " {\"not\": {\"item\": \"own_years\", \"answered\": false}}]}");

    private final String institution = TheStack.institutions().get(4); // where no other protocol is newer

    @Test
    void questions_are_enabled_for_the_people_who_were_asked_them() {
        adapted();
        String workshop =
                Workshops.deliver(institution, "entering-mentoring", "mentee", 4); // of no study of another test
        List<String> tokens = Workshops.tokens(institution, workshop, 4);
        answer(tokens.get(0), Map.of());
        answer(tokens.get(1), Map.of("own_one", "x", "own_some", List.of("q"), "own_years", 2));
        answer(tokens.get(2), Map.of("own_one", "y", "own_some", List.of("p", "q"), "own_years", 5));
        answer(tokens.get(3), Map.of("own_some", List.of("r"), "own_years", 7.5));
        Workshops.closeWaves("workshop = '" + workshop + "'", institution);

        Map<String, byte[]> files = exported(workshop);

        FhirRules rules = new FhirRules(files.get("questionnaire"));
        rules.check(files.get("data"));
        List<String> responses =
                new String(files.get("data"), StandardCharsets.UTF_8).lines().toList();
        assertThat(responses).hasSize(4);
        for (int number = 1; number <= CONDITIONS.size(); number++) {
            for (String response : responses) {
                assertThat(rules.isEnabled("own_if" + number, response))
                        .as(CONDITIONS.get(number - 1) + " of " + response)
                        .isEqualTo(response.contains("\"own_if" + number + "\""));
            }
        }
    }

    private void adapted() {
        StringBuilder items = new StringBuilder(
                """
                {"kind": "choice", "key": "own_one", "label": "One?", "options": [{"code": "x", "label": "X"}, {"code": "y", "label": "Y"}]},
                {"kind": "multi_choice", "key": "own_some", "label": "Some?", "options": [{"code": "p", "label": "P"},
                 {"code": "q", "label": "Q"}, {"code": "r", "label": "R"}]},
                {"kind": "number", "key": "own_years", "label": "Years?", "min": 0, "max": 9, "decimals": 1}""");
        for (int number = 1; number <= CONDITIONS.size(); number++) {
            items.append(
                    """
                    , {"kind": "likert", "key": "own_if%d", "label": "And?", "points": 5, "lowAnchor": "no", "highAnchor": "yes", "when": %s}"""
                            .formatted(number, CONDITIONS.get(number - 1)));
        }
        TheStack.as("admin." + institution, institution, Service.SURVEY)
                .contentType("application/json")
                .body("{\"items\": [" + items + "]}")
                .put("/survey/v1/adaptations/" + INSTRUMENT)
                .then()
                .statusCode(200);
    }

    /** Answers every question that hangs on another, too: what is not for this person is dropped. */
    private static void answer(String token, Map<String, Object> said) {
        Answer answer = Answer.to(token);
        said.forEach(answer::value);
        for (int number = 1; number <= CONDITIONS.size(); number++) {
            answer.value("own_if" + number, 3);
        }
        answer.send().then().statusCode(201);
    }

    private Map<String, byte[]> exported(String workshop) {
        return ExportedFiles.ofWorkshop(institution, workshop)
                .ordered(Map.of(
                        "format",
                        "fhir",
                        "population",
                        "consented",
                        "purpose",
                        "Reading conditions back",
                        "workshops",
                        List.of(workshop)));
    }
}
