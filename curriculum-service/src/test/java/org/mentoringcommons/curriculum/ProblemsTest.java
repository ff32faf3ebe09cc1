package org.mentoringcommons.curriculum;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.mentoringcommons.curriculum.Api.CURRICULA;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ProblemsTest {

    private final Api facilitator = Api.facilitatorOf(Token.LAKESIDE);

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "[]", "\"text\"", "7"})
    void what_is_no_plan_is_a_problem(String body) {
        facilitator
                .post(WORKSHOPS, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:mentoring-commons:problem:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'colour': 1}                          | colour                | is not known here",
                "{'mode': 'by_mail'}                    | mode                  | must be one of in_person, online, hybrid",
                "{'sessions': [{'startsAt': 'today'}]}  | sessions[0].startsAt  | must be an instant such as 2026-03-02T14:00:00Z",
                "{'sessions': [{'minutes': 'many'}]}    | sessions[0].minutes   | has the wrong form",
                "{'sessions': 5}                        | sessions              | has the wrong form"
            })
    void what_cannot_be_read_is_named_in_words_that_are_ours(String body, String field, String message) {
        facilitator
                .post(WORKSHOPS, body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mentoring-commons:problem:unreadable-body"))
                .body("violations.field", contains(field))
                .body("violations.message", contains(message))
                .body(not(containsString("org.mentoringcommons")));
    }

    @ParameterizedTest
    @CsvSource({
        WORKSHOPS + "/no-uuid, 404",
        WORKSHOPS + "/no-uuid/roster, 404",
        WORKSHOPS + "?limit=0, 400",
        WORKSHOPS + "?limit=501, 400",
        CURRICULA + "?after=%00, 400",
        CURRICULA + "/a%00b, 400",
        "/curriculum/v1/nothing, 404"
    })
    void odd_addresses_are_problems_and_never_failures(String path, int status) {
        facilitator
                .call()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:mentoring-commons:problem:"));
    }

    @Test
    void a_roster_in_json_is_not_a_roster() {
        facilitator
                .put(WORKSHOPS + "/" + facilitator.plannedInThePast() + "/roster", "{}")
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:mentoring-commons:problem:unsupported-media-type"));
    }
}
