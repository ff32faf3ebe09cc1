package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** What several imports say of the same lines and workshops is never lost silently, nor is what a removed workshop had. */
@QuarkusTest
class OverlappingImportsTest {

    @Inject
    Historic historic;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
        historic.round();
    }

    @Test
    void one_whose_lines_another_found_here_is_taken_back_after_that_one() {
        Historic.Past past = historic.past();
        String first = Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,", "2,bob,yes,3,6,,,4,,,,"));
        String second = Historic.imported(past, lines(past, "2,bob,yes,3,6,,,4,,,,", "3,cleo,yes,1,2,,,4,,,,"));

        Api.administrator(Token.LAKESIDE)
                .delete(first)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:import-leaned-on"))
                .body("imports", contains(Historic.id(second)));
        assertThat(Historic.state(first)).isEqualTo("imported");
        assertThat(Historic.answers(first)).hasSize(2);

        Api.administrator(Token.LAKESIDE).delete(second).then().statusCode(204);
        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);
        assertThat(Historic.answers(first)).isEmpty();
    }

    @Test
    void one_that_comes_while_another_is_taken_back_waits_and_has_all_its_lines() {
        Historic.Past past = historic.past();
        String first = Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,", "2,bob,yes,3,6,,,4,,,,"));
        Database.update(
                "update import set state = 'undoing', told_until = null where id = ?::uuid", Historic.id(first));
        Database.update(
                "insert into import_task (institution, import, due_at) values (?, ?::uuid, now() + interval '5 seconds')",
                Token.LAKESIDE.id(),
                Historic.id(first));
        String second = Historic.prepared(past, past.mapping());

        Historic.send(second, lines(past, "2,bob,yes,3,6,,,4,,,,", "3,cleo,yes,1,2,,,4,,,,"))
                .then()
                .statusCode(202)
                .body("state", equalTo("waiting"));
        historic.later();
        historic.later(Duration.ofMinutes(3));

        assertThat(Historic.state(first)).isEqualTo("undone");
        assertThat(Historic.state(second)).isEqualTo("imported");
        assertThat(Historic.answers(second)).hasSize(2);
    }

    @Test
    void of_two_that_contradict_each_other_one_fails_and_says_why() {
        Historic.Past past = historic.unheardOf();
        String first = waiting(past, past.mapping(), lines(past, "1,ann,yes,3,6,,,4,,,,"));
        String second = waiting(past, past.mapping(), lines(past, "1,ann,yes,3,7,,,4,,,,"));
        historic.tell(past.workshop());

        historic.later();

        assertThat(List.of(Historic.state(first), Historic.state(second)))
                .containsExactlyInAnyOrder("imported", "failed");
        Api.administrator(Token.LAKESIDE)
                .get(Historic.state(first).equals("failed") ? first : second)
                .then()
                .body("failure", containsString("contradict"));
    }

    @Test
    void of_a_workshop_that_was_removed_before_its_answers_were_there_none_comes() {
        Historic.Past past = historic.unheardOf();
        String address = waiting(past, past.mapping(), lines(past, "1,ann,yes,3,6,,,4,,,,"));
        historic.tell(past.workshop());
        historic.tellGone(past.workshop());

        historic.later();

        Api.administrator(Token.LAKESIDE)
                .get(address)
                .then()
                .body("state", equalTo("failed"))
                .body("failure", containsString("removed"));
        assertThat(waves(past.workshop())).isZero();
        assertThat(Historic.staged(address)).isZero();
    }

    @Test
    void with_a_workshop_that_is_removed_go_the_answers_that_were_brought_about_it() {
        Historic.Past past = historic.past();
        String address = Historic.imported(past, lines(past, "1,ann,yes,3,6,,,4,,,,", "2,bob,yes,3,6,,,4,,,,"));
        List<String> answers = Historic.answers(address);
        String wave = Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .path("[0].id");

        historic.tellGone(past.workshop());

        assertThat(Historic.answers(address)).isEmpty();
        assertThat(waves(past.workshop())).isZero();
        for (String key : List.of(answers.get(0), answers.get(1), wave)) {
            List<Database.Told> told = Database.told(key);
            assertThat(told.get(told.size() - 1).data()).as("last word of it").isNull();
        }
        Api.administrator(Token.LAKESIDE).get(address).then().body("told", equalTo(0));
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
    }

    @Test
    void workshops_of_one_that_is_cancelled_go_unless_another_brings_answers_of_them() {
        Historic.Past past = historic.past();
        String reference = "C-" + UUID.randomUUID();
        String first = declaring(past, reference, "1,ann,yes,3,6,,,4,,,,");
        String second = waiting(past, past.mapping(), Historic.HEADER + reference + ",2,bob,yes,3,6,,,4,,,,\n");

        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);
        assertThat(System.getProperty("test.past." + reference))
                .as("others need it")
                .isNotNull();
        Api.administrator(Token.LAKESIDE).delete(second).then().statusCode(204);
        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);

        assertThat(System.getProperty("test.past." + reference)).isNull();
    }

    @Test
    void a_workshop_stays_as_long_as_an_import_that_is_there_names_it_though_nobodys_answers_are_left() {
        Historic.Past past = historic.past();
        String reference = "L-" + UUID.randomUUID();
        String first = declaring(past, reference, "1,ann,yes,3,6,,,4,,,,");
        historic.tellMade(past, reference);
        historic.later();
        String second = Historic.prepared(past, past.mapping());
        Historic.send(second, Historic.HEADER + reference + ",2,bob,yes,3,6,,,4,,,,\n")
                .then()
                .statusCode(201);
        Api.administrator(Token.LAKESIDE)
                .post("/protocols/" + past.protocol() + "/imported-withdrawals", Map.of("participant", "bob"))
                .then()
                .statusCode(201);

        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);
        assertThat(System.getProperty("test.past." + reference))
                .as("another names it")
                .isNotNull();
        Api.administrator(Token.LAKESIDE).delete(second).then().statusCode(204);
        Api.administrator(Token.LAKESIDE).delete(first).then().statusCode(204);
        assertThat(System.getProperty("test.past." + reference)).isNull();
    }

    @Test
    void a_workshop_that_was_made_when_its_request_broke_off_goes_with_the_import() {
        Historic.Past past = historic.past();
        String reference = "B-" + UUID.randomUUID();
        String address = declaring(past, reference, "1,ann,yes,3,6,,,4,,,,");
        Database.update("update import_workshop set workshop = null where import = ?::uuid", Historic.id(address));
        Database.update("update import set state = 'reading' where id = ?::uuid", Historic.id(address));
        historic.later();
        assertThat(Historic.state(address)).isEqualTo("expecting");

        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);

        assertThat(System.getProperty("test.past." + reference)).isNull();
    }

    @Test
    void a_workshop_of_which_it_was_never_heard_that_it_was_made_is_known_to_be_its_own() {
        Historic.Past past = historic.past();
        String reference = "unsaid-" + UUID.randomUUID();
        Map<String, Object> mapping = past.mapping();
        mapping.put("workshops", List.of(Historic.declared(past, reference)));
        String address = Historic.prepared(past, mapping);
        String csv = Historic.HEADER + reference + ",1,ann,yes,3,6,,,4,,,,\n";
        Historic.send(address, csv).then().statusCode(503);
        assertThat(System.getProperty("test.past." + reference)).isNotNull();

        Historic.send(address, csv).then().statusCode(202).body("workshops[0].made", equalTo(true));
        assertThat(Database.count(
                        "deed where action = 'import.taken' and key = ? and subject is not null", Historic.id(address)))
                .isEqualTo(1);
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);

        assertThat(System.getProperty("test.past." + reference)).isNull();
    }

    @Test
    void what_it_was_to_be_of_is_forgotten_when_a_file_stops_coming() {
        Historic.Past past = historic.unheardOf();
        String address = waiting(past, past.mapping(), lines(past, "1,ann,yes,3,6,,,4,,,,"));
        Database.update("update import set state = 'reading' where id = ?::uuid", Historic.id(address));

        historic.later();

        Api.administrator(Token.LAKESIDE)
                .get(address)
                .then()
                .body("state", equalTo("expecting"))
                .body("workshops", hasSize(0));
        assertThat(Historic.staged(address)).isZero();
    }

    private static String declaring(Historic.Past past, String reference, String line) {
        Map<String, Object> mapping = past.mapping();
        mapping.put("workshops", List.of(Historic.declared(past, reference)));
        String address = waiting(past, mapping, Historic.HEADER + reference + "," + line + "\n");
        assertThat(System.getProperty("test.past." + reference)).isNotNull();
        return address;
    }

    private static String waiting(Historic.Past past, Map<String, Object> mapping, String csv) {
        String address = Historic.prepared(past, mapping);
        Historic.send(address, csv).then().statusCode(202).body("state", equalTo("waiting"));
        return address;
    }

    private static long waves(World.Held workshop) {
        return Database.count("wave where workshop = ?::uuid", workshop.id().toString());
    }

    private static String lines(Historic.Past past, String... lines) {
        StringBuilder csv = new StringBuilder(Historic.HEADER);
        for (String line : lines) {
            csv.append(past.reference()).append(',').append(line).append('\n');
        }
        return csv.toString();
    }
}
