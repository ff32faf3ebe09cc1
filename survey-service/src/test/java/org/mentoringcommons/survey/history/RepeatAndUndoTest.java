package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.tenancy.contract.Token;

/** The same file again changes nothing, and what an import brought can be taken back. */
@QuarkusTest
class RepeatAndUndoTest {

    @Inject
    Historic historic;

    @Test
    void the_same_file_again_changes_nothing_and_tells_nothing() {
        Historic.Past past = historic.past();
        String csv = lines(past, "1,ann,yes,3,6,,,4,,,,", "2,bob,no,3,,,,4,,,,");
        String first = Historic.imported(past, csv);
        List<String> answers = Historic.answers(first);
        long told = Database.count("outbox");

        String second = Historic.prepared(past, past.mapping());
        Historic.send(second, csv)
                .then()
                .statusCode(201)
                .body("repeats", equalTo(Historic.id(first)))
                .body("already", equalTo(2))
                .body("added", equalTo(0));

        assertThat(Historic.answers(first)).isEqualTo(answers);
        assertThat(Historic.answers(second)).isEmpty();
        assertThat(Database.count("outbox")).isEqualTo(told);
    }

    @Test
    void of_a_file_that_overlaps_what_is_new_is_added() {
        Historic.Past past = historic.past();
        Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,", "2,bob,no,3,4,,,4,,,,"));

        String second = Historic.prepared(past, past.mapping());
        Historic.send(second, lines(past, "2,bob,no,3,4,,,4,,,,", "3,cleo,yes,1,2,,,4,,,,"))
                .then()
                .statusCode(201)
                .body("already", equalTo(1))
                .body("added", equalTo(1));

        Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .then()
                .body("[0].responded", equalTo(3));
    }

    @Test
    void what_said_something_else_before_is_told_by_line() {
        Historic.Past past = historic.past();
        Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,"));

        Historic.send(
                        Historic.prepared(past, past.mapping()),
                        lines(past, "1,ann,yes,3,7,,,4,,,,", "2,ann,yes,3,7,,,4,,,,", "3,bob,yes,3,7,,,4,,,,"))
                .then()
                .statusCode(400)
                .body("violations", hasSize(3))
                .body("violations[0].field", equalTo("line 2, id"))
                .body(
                        "violations[0].message",
                        equalTo(
                                "was imported before, and said something else; if another file numbered it, give the mapping a"
                                        + " numbering"))
                .body("violations[1].field", equalTo("line 3, person"))
                .body("violations[1].message", equalTo("has the participant of line 2, after the same workshop"))
                .body(
                        "violations[2].message",
                        equalTo("has a participant of whom there is an answer after this workshop"));
    }

    @Test
    void lines_that_nothing_tells_apart_are_known_by_what_they_say() {
        Historic.Past past = historic.past();
        Map<String, Object> mapping = past.mapping();
        mapping.remove("record");
        mapping.remove("participant");
        String address = Historic.prepared(past, mapping);

        Historic.send(address, lines(past, "1,a,yes,3,6,,,4,,,,", "2,b,yes,3,6,,,4,,,,"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("line 3"))
                .body("violations[0].message", equalTo("says what line 2 says: map a record to tell them apart"));
        Historic.send(address, lines(past, "1,a,yes,3,6,,,4,,,,")).then().statusCode(201);
        Historic.send(Historic.prepared(past, mapping), lines(past, "1,a,yes,3,6,,,4,,,,"))
                .then()
                .statusCode(201)
                .body("already", equalTo(1));
    }

    @Test
    void what_is_undone_is_gone_everywhere_and_can_come_again() {
        Historic.Past past = historic.past();
        String csv = lines(past, "1,ann,yes,3,6,,,4,,,Write an agenda,", "2,bob,yes,3,6,,,4,,,Listen,");
        String address = Historic.imported(past, csv);
        List<String> answers = Historic.answers(address);
        String wave = wave(past);
        coded(past, answers.get(0));

        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);

        assertThat(Historic.state(address)).isEqualTo("undone");
        assertThat(Historic.answers(address)).isEmpty();
        for (String answer : answers) {
            List<Database.Told> told = Database.told(answer);
            assertThat(told).hasSize(3);
            assertThat(told.get(1).data().get("withdrawn").asBoolean()).isTrue();
            assertThat(told.get(2).data()).isNull();
            assertThat(Database.count("redacted_text where response = ?::uuid", answer))
                    .isZero();
        }
        List<Database.Told> ofWave = Database.told(wave);
        assertThat(ofWave.get(ofWave.size() - 1).data()).isNull();
        Api.administrator(Token.LAKESIDE).get("/waves/" + wave).then().statusCode(404);
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);

        Historic.send(Historic.prepared(past, past.mapping()), csv)
                .then()
                .statusCode(201)
                .body("added", equalTo(2));
    }

    @Test
    void undoing_one_of_two_leaves_what_the_other_brought() {
        Historic.Past past = historic.past();
        String first = Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,"));
        String second = Historic.imported(past, lines(past, "2,bob,yes,3,6,,,4,,,,"));

        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);

        assertThat(Historic.answers(second)).hasSize(1);
        List<Database.Told> told = Database.told(wave(past));
        assertThat(told.get(told.size() - 1).data().get("responded").asInt()).isEqualTo(1);
        Api.administrator(Token.LAKESIDE).delete(second).then().statusCode(204);
        Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .then()
                .body("", hasSize(0));
    }

    @Test
    void workshops_it_declares_are_put_on_record_and_go_with_it() {
        Historic.Past past = historic.past();
        String reference = "M-" + UUID.randomUUID();
        Map<String, Object> mapping = past.mapping();
        mapping.put("workshops", List.of(Historic.declared(past, reference)));
        String address = Historic.prepared(past, mapping);
        String csv = Historic.HEADER + reference + ",1,ann,yes,3,6,,,4,,,,\n";
        Historic.dryRun(address, csv).then().statusCode(200).body("workshopsToMake[0]", equalTo(reference));
        assertThat(System.getProperty("test.past." + reference)).isNull();

        Historic.send(address, csv).then().statusCode(202).body("state", equalTo("waiting"));
        historic.round();
        assertThat(Historic.state(address))
                .as("nobody has heard of the workshop")
                .isEqualTo("waiting");
        historic.tellMade(past, reference);
        historic.later();

        Api.administrator(Token.LAKESIDE)
                .get(address)
                .then()
                .body("state", equalTo("imported"))
                .body("workshops[0].made", equalTo(true))
                .body("workshops[0].workshop", notNullValue());
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
        assertThat(System.getProperty("test.past." + reference)).isNull();
    }

    private static void coded(Historic.Past past, String answer) {
        Coders.assign(past.protocol(), Coders.codebook("agenda"), "1", Questions.FIRST_CODER, Questions.SECOND_CODER)
                .then()
                .statusCode(200);
        Coders.redact(answer).then().statusCode(200);
        assertThat(Database.count("redacted_text where response = ?::uuid", answer))
                .isEqualTo(1);
    }

    private static String lines(Historic.Past past, String... lines) {
        StringBuilder csv = new StringBuilder(Historic.HEADER);
        for (String line : lines) {
            csv.append(past.reference()).append(',').append(line).append('\n');
        }
        return csv.toString();
    }

    private static String wave(Historic.Past past) {
        return Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .path("[0].id");
    }
}
