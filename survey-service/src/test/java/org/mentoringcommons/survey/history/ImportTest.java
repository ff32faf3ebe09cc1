package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.tenancy.contract.Token;

/** A file collected elsewhere becomes answers under a protocol, all at once, and nothing but what was mapped. */
@QuarkusTest
class ImportTest {

    @Inject
    Historic historic;

    @Test
    void a_dry_run_says_what_would_come_of_a_file_and_keeps_nothing() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        String csv = Historic.HEADER
                + past.reference() + ",1,ann,yes,3,6,,,4,Postdoc,Asian;Other,Write an agenda,Ann Example\n"
                + past.reference() + ",2,bob,,2,,1,7,very,,,,Bob Example\n";

        Historic.dryRun(address, csv)
                .then()
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("forResearch", equalTo(1))
                .body("consentUnstated", equalTo(1))
                .body("incomplete", equalTo(1))
                .body("already", equalTo(0))
                .body("workshopsToMake", hasSize(0));

        assertThat(Historic.state(address)).isEqualTo("expecting");
        assertThat(Historic.staged(address)).isZero();
        assertThat(Historic.answers(address)).isEmpty();
        assertThat(Database.count(
                        "wave where workshop = ?::uuid", past.workshop().id().toString()))
                .isZero();
    }

    @Test
    void a_good_file_is_there_whole_and_told_and_says_where_it_is_from() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());

        Historic.send(
                        address,
                        Historic.HEADER
                                + past.reference() + ",1,ann,yes,3,6,,,4,Post-doc,Asian;Other,Write an agenda,Ann\n"
                                + past.reference() + ",2,bob,no,2,5,1,7,very,Assistant Professor,White!,,Bob\n")
                .then()
                .statusCode(201)
                .body("state", equalTo("imported"))
                .body("rows", equalTo(2))
                .body("added", equalTo(2))
                .body("told", equalTo(2))
                .body("source", equalTo("An old spreadsheet"))
                .body("fileHash", matchesPattern("[0-9a-f]{64}"))
                .body("workshops[0].key", equalTo(past.reference()))
                .body("workshops[0].workshop", equalTo(past.workshop().id().toString()))
                .body("workshops[0].made", equalTo(false));

        Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .then()
                .body("", hasSize(1))
                .body("[0].state", equalTo("closed"))
                .body("[0].responded", equalTo(2))
                .body("[0].protocol", equalTo(past.protocol()));
        List<JsonNode> told = Historic.answers(address).stream()
                .map(id -> Database.told(id))
                .peek(facts -> assertThat(facts).hasSize(1))
                .map(facts -> facts.get(0).data())
                .toList();
        assertThat(told).anySatisfy(fact -> {
            assertThat(fact.get("research").asBoolean()).isTrue();
            assertThat(fact.get("answers"))
                    .isEqualTo(
                            Database.json("{\"race\": [\"Asian\", \"Other\"], \"career\": \"Postdoc\", \"valuable\": 4,"
                                    + " \"communication_1\": {\"then\": 3, \"now\": 6}}"));
        });
        assertThat(told).anySatisfy(fact -> {
            assertThat(fact.get("research").asBoolean()).isFalse();
            assertThat(fact.at("/answers/valuable").asInt()).isEqualTo(5);
            assertThat(fact.at("/answers/race/0").asText()).isEqualTo("White");
        });
        assertThat(Historic.staged(address)).isZero();
    }

    @Test
    void a_wave_is_told_as_over_with_how_many_answered() {
        Historic.Past past = historic.past();
        Historic.imported(past, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n");

        List<Database.Told> told = Database.told(wave(past));

        JsonNode last = told.get(told.size() - 1).data();
        assertThat(last.get("responded").asInt()).isEqualTo(1);
        assertThat(last.get("opensAt").asText()).startsWith("2026-01-01T11:00:00");
        assertThat(last.get("closesAt").asText()).startsWith("2026-02-02T06:00:00");
    }

    @Test
    void half_a_pair_stays_half_is_marked_and_told_to_nobody() {
        Historic.Past past = historic.past();
        String address =
                Historic.imported(past, Historic.HEADER + past.reference() + ",1,ann,yes,3,,2,7,4,Postdoc,,,\n");

        String answer = Historic.answers(address).get(0);

        List<Object> kept = Database.select(
                        "select answers ->> 'communication_1', unfinished from response where id = ?::uuid", answer)
                .get(0);
        assertThat(Database.json(kept.get(0).toString())).isEqualTo(Database.json("{\"then\": 3, \"now\": null}"));
        assertThat(kept.get(1)).isEqualTo(true);
        JsonNode told = Database.told(answer).get(0).data();
        assertThat(told.get("unfinished").asBoolean()).isTrue();
        assertThat(told.get("answers").has("communication_1")).isFalse();
        assertThat(told.at("/answers/communication_2/now").asInt()).isEqualTo(7);
    }

    @Test
    void what_no_column_is_mapped_from_and_who_answered_are_nowhere() {
        Historic.Past past = historic.past();
        String stranger = "Zoe-" + UUID.randomUUID();
        String participant = "key-" + UUID.randomUUID();
        String record = "rec-" + UUID.randomUUID();
        Historic.imported(
                past,
                Historic.HEADER + past.reference() + "," + record + "," + participant + ",yes,3,6,,,4,,,," + stranger
                        + "\n");

        for (String word : List.of(stranger, participant, record)) {
            for (String table : List.of("import", "import_row", "import_workshop", "response", "wave", "outbox")) {
                assertThat(Database.count(table + " t where t::text like ?", "%" + word + "%"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void whoever_answered_again_later_has_the_same_pseudonym() {
        Historic.Past past = historic.past();
        Historic.Past later = historic.past();
        String first = Historic.imported(past, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n");
        String second = Historic.imported(
                past, Historic.HEADER + historic.another(past).reference() + ",2,ann,yes,3,6,,,4,,,,\n");
        String elsewhere = Historic.imported(later, Historic.HEADER + later.reference() + ",1,ann,yes,3,6,,,4,,,,\n");

        assertThat(pseudonym(first)).isEqualTo(pseudonym(second)).isNotEqualTo(pseudonym(elsewhere));
    }

    @Test
    void of_whom_nothing_says_that_answers_are_for_research_they_are_not() {
        Historic.Past past = historic.past();
        Map<String, Object> mapping = past.mapping();
        mapping.put("consent", Map.of("research", false));
        String address = Historic.prepared(past, mapping);

        Historic.send(address, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n")
                .then()
                .statusCode(201);

        assertThat(Database.count("response where import = ?::uuid and research", Historic.id(address)))
                .isZero();
    }

    private static Object pseudonym(String address) {
        return Database.select(
                        "select encode(pseudonym, 'hex') from response where import = ?::uuid", Historic.id(address))
                .get(0)
                .get(0);
    }

    private static String wave(Historic.Past past) {
        return Api.administrator(Token.LAKESIDE)
                .get("/waves?workshop=" + past.workshop().id())
                .path("[0].id");
    }
}
