package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.tenancy.contract.Token;

/** Files call different answers the same, and the same workshop differently. */
@QuarkusTest
class SameRecordTest {

    private static final String ANSWER = ",1,ann,yes,3,6,,,4,,,,\n";

    @Inject
    Historic historic;

    @Test
    void files_that_number_from_one_each_have_answers_of_their_own_workshops() {
        Historic.Past spring = historic.past();
        Historic.Past autumn = historic.another(spring);
        Historic.imported(spring, Historic.HEADER + spring.reference() + ANSWER);

        added(spring, spring.mapping(), autumn.reference() + ANSWER, 1, 0);
        added(spring, spring.mapping(), autumn.reference() + ANSWER, 0, 1);
        added(spring, spring.mapping(), spring.reference() + ANSWER + autumn.reference() + ANSWER, 0, 2);
    }

    @Test
    void of_two_files_of_one_workshop_that_number_from_one_the_second_is_told_by_line_until_its_numbering_has_a_name() {
        Historic.Past past = historic.past();
        String morning = ",1,ann,yes,3,6,,,4,,,,\n";
        String afternoon = ",1,bob,yes,3,6,,,4,,,,\n"; // says the same, and is another's
        Historic.imported(past, Historic.HEADER + past.reference() + morning);

        Historic.send(Historic.prepared(past, past.mapping()), Historic.HEADER + past.reference() + afternoon)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("line 2, id"))
                .body("violations[0].message", endsWith("give the mapping a numbering"));
        Map<String, Object> named = past.mapping();
        named.put("numbering", "afternoon");
        added(past, named, past.reference() + afternoon, 1, 0);
        added(past, named, past.reference() + afternoon, 0, 1);
        named.remove("record");
        Historic.prepare(past, named).then().statusCode(400).body("violations[0].field", equalTo("mapping.numbering"));
    }

    @Test
    void who_maps_participants_only_the_second_time_is_told_to_take_the_first_import_back() {
        Historic.Past past = historic.past();
        Map<String, Object> unmapped = past.mapping();
        unmapped.remove("participant");
        added(past, unmapped, past.reference() + ANSWER, 1, 0);

        Historic.send(Historic.prepared(past, past.mapping()), Historic.HEADER + past.reference() + ANSWER)
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body(
                        "violations[0].message",
                        startsWith("was imported before, and was of another participant, or of none: if participant was"
                                + " not mapped then, take that import back first"));
    }

    @Test
    void one_file_has_the_same_record_of_two_workshops() {
        Historic.Past spring = historic.past();
        Historic.Past autumn = historic.another(spring);

        added(spring, spring.mapping(), spring.reference() + ANSWER + autumn.reference() + ANSWER, 2, 0);
    }

    @Test
    void who_is_asked_again_after_half_a_year_keeps_the_record_and_has_two_answers() {
        Historic.Past past = historic.past();
        Historic.imported(past, Historic.HEADER + past.reference() + ANSWER);
        Map<String, Object> later = past.mapping();
        later.put("occasion", "follow-up-6");
        later.put(
                "instrument",
                Api.administrator(Token.LAKESIDE)
                        .get("/protocols/" + past.protocol())
                        .path("instrument"));

        added(past, later, past.reference() + ANSWER, 1, 0);
        added(past, later, past.reference() + ANSWER, 0, 1);
        Historic.send(Historic.prepared(past, later), Historic.HEADER + past.reference() + ANSWER.replace("3,6", "3,7"))
                .then()
                .statusCode(400)
                .body("violations[0].message", startsWith("was imported before, and said something else"));
    }

    @Test
    void a_workshop_is_the_same_by_what_records_call_it_and_by_its_id_whatever_answers_are_known_by() {
        for (String[] unmapped : new String[][] {{}, {"record"}, {"record", "participant"}}) {
            Historic.Past past = historic.past();
            Map<String, Object> mapping = past.mapping();
            for (String column : unmapped) {
                mapping.remove(column);
            }

            added(past, mapping, past.reference() + ANSWER, 1, 0);
            added(past, mapping, past.workshop().id() + ANSWER, 0, 1);
        }
    }

    @Test
    void of_a_workshop_spelt_twice_a_person_has_one_answer() {
        Historic.Past past = historic.past();

        Historic.dryRun(
                        Historic.prepared(past, past.mapping()),
                        Historic.HEADER
                                + past.reference()
                                + ANSWER
                                + past.workshop().id()
                                + ANSWER.replace(",1,", ",2,"))
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("line 3, person"))
                .body("violations[0].message", equalTo("has the participant of line 2, after the same workshop"));
    }

    private static void added(Historic.Past past, Map<String, Object> mapping, String lines, int added, int already) {
        String address = Historic.prepared(past, mapping);
        Historic.send(address, Historic.HEADER + lines)
                .then()
                .statusCode(201)
                .body("added", equalTo(added))
                .body("already", equalTo(already));
        assertThat(Historic.answers(address)).hasSize(added);
    }
}
