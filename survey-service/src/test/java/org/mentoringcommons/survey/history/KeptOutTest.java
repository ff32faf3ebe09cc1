package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** What is gone for good, people or words, an old file does not bring back. */
@QuarkusTest
class KeptOutTest {

    @Inject
    Historic historic;

    @Test
    void who_has_withdrawn_does_not_come_back_with_the_same_file_another_or_after_it_was_undone() {
        Historic.Past past = historic.past();
        Historic.Past autumn = historic.another(past);
        String csv = Historic.HEADER + line(past, "1,ann") + line(past, "2,bob");
        String address = Historic.imported(past, csv);

        withdraw(past, Map.of("participant", " ann ")).then().statusCode(201).body("answers", equalTo(1));
        withdraw(past, Map.of("participant", "ann")).then().statusCode(200).body("answers", equalTo(1));

        assertThat(Historic.answers(address)).hasSize(1);
        added(past, past.mapping(), csv, 0, 2);
        added(past, past.mapping(), Historic.HEADER + line(autumn, "7,ann") + line(autumn, "8,bob"), 1, 1);
        undo(past);
        added(past, past.mapping(), csv, 1, 1);
    }

    @Test
    void who_withdraws_before_any_file_comes_is_not_brought_by_one() {
        Historic.Past past = historic.past();
        withdraw(past, Map.of("participant", "ann")).then().statusCode(201).body("answers", equalTo(0));

        added(past, past.mapping(), Historic.HEADER + line(past, "1,ann") + line(past, "2,bob"), 1, 1);
    }

    @Test
    void who_has_no_name_in_a_file_withdraws_by_the_record() {
        Historic.Past past = historic.past();
        Map<String, Object> mapping = past.mapping();
        mapping.remove("participant");
        mapping.put("numbering", "paper");
        String csv = Historic.HEADER + line(past, "1,") + line(past, "2,");
        added(past, mapping, csv, 2, 0);
        Map<String, Object> whose =
                new HashMap<>(Map.of("workshop", past.workshop().id().toString(), "record", "1", "numbering", "paper"));

        withdraw(past, whose).then().statusCode(201).body("answers", equalTo(1));
        withdraw(past, whose).then().statusCode(200);

        dryRun(past, mapping, csv, 2);
        added(past, mapping, csv, 0, 2);
        undo(past);
        added(past, mapping, csv, 1, 1);
        whose.remove("numbering");
        withdraw(past, whose)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mentoring-commons:problem:imported-answer-not-found"));
    }

    @Test
    void whose_it_is_has_to_be_clear_and_only_who_may_import_may_say_so() {
        Historic.Past past = historic.past();
        for (Map<String, Object> unclear : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("record", "1"),
                Map.of("participant", "  "),
                Map.of("participant", "ann", "record", "1"))) {
            withdraw(past, unclear).then().statusCode(400).body("violations[0].field", equalTo("participant"));
        }
        String path = "/protocols/" + past.protocol() + "/imported-withdrawals";
        Map<String, Object> ann = Map.of("participant", "ann");
        Api.evaluator(Token.LAKESIDE, "somebody-else").post(path, ann).then().statusCode(404);
        Api.administrator(Token.HILLTOP).post(path, ann).then().statusCode(404);
        new Api(Token.member(Token.LAKESIDE, Roles.FACILITATOR))
                .post(path, ann)
                .then()
                .statusCode(403);
        Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                .post(path, ann)
                .then()
                .statusCode(201);
    }

    @Test
    void a_file_changes_nothing_after_the_words_of_its_answers_were_purged_and_no_other_answer_passes_for_one() {
        Historic.Past past = historic.past();
        String csv = Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,Thank Dr. Walker,\n";
        String address = Historic.imported(past, csv);
        String answer = Historic.answers(address).get(0);
        Database.update(
                "insert into redacted_text (tenant, response, item, text, decided_by, decided_on, purged)"
                        + " select tenant, id, 'planned_changes', 'Thank [name]', 'somebody', current_date, true from response"
                        + " where id = ?::uuid",
                answer);
        Database.update(
                "update response set texts = texts || '{\"planned_changes\": \"Thank [name]\"}' where id = ?::uuid",
                answer);

        added(past, past.mapping(), csv, 0, 1);
        assertThat(Database.select("select texts ->> 'planned_changes' from response where id = ?::uuid", answer))
                .containsExactly(List.of("Thank [name]"));
        Historic.send(Historic.prepared(past, past.mapping()), csv.replace("3,6", "3,7"))
                .then()
                .statusCode(400);
    }

    private static String line(Historic.Past past, String whose) {
        return past.reference() + "," + whose + ",yes,3,6,,,4,,,,\n";
    }

    private static Response withdraw(Historic.Past past, Map<String, Object> whose) {
        return Api.administrator(Token.LAKESIDE).post("/protocols/" + past.protocol() + "/imported-withdrawals", whose);
    }

    private static void dryRun(Historic.Past past, Map<String, Object> mapping, String csv, int already) {
        Historic.dryRun(Historic.prepared(past, mapping), csv)
                .then()
                .statusCode(200)
                .body("already", equalTo(already));
    }

    private static void added(Historic.Past past, Map<String, Object> mapping, String csv, int added, int already) {
        dryRun(past, mapping, csv, already);
        Historic.send(Historic.prepared(past, mapping), csv)
                .then()
                .statusCode(201)
                .body("added", equalTo(added))
                .body("already", equalTo(already));
    }

    /** All imports under the protocol, the last one first. */
    private static void undo(Historic.Past past) {
        Database.select(
                        "select id::text from import where protocol = ?::uuid and state = 'imported' order by requested_at desc",
                        past.protocol())
                .forEach(row -> Api.administrator(Token.LAKESIDE)
                        .delete(past.imports() + "/" + row.get(0))
                        .then()
                        .statusCode(204));
    }
}
