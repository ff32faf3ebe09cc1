package org.mentoringcommons.survey.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** What each policy does with answers. */
@QuarkusTest
class WithdrawalPolicyTest extends Leaving {

    @Test
    void destroyed_answers_are_told_empty_then_erased_and_nothing_of_them_is_left() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String receipt = "7KQ2D-M0XRT-9FWZH-" + random(5) + "-" + random(5);
        String response = answer(asked, 0, receipt);
        String other = answer(asked, 1, Questions.receipt());
        Coders.agree(asked, response);

        Response done = byReceipt(receipt);

        done.then()
                .statusCode(201)
                .body("policy", equalTo("destroy"))
                .body("answers", equalTo(1))
                .body("number", startsWith("IRB-"))
                .body("releases", empty())
                .body("releasesKnown", equalTo("not-yet"))
                .body("effects.find { it.thing == 'answers' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'codes' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'exports' }.outcome", equalTo("destroyed"))
                .body("effects.find { it.thing == 'counts' }.outcome", equalTo("told"))
                .body("effects.find { it.thing == 'participation' }.outcome", equalTo("ended"));
        List<Database.Told> told = Database.told(response);
        assertThat(told).extracting(Database.Told::version).containsExactly(1L, 2L, 3L);
        assertThat(told.get(1).data())
                .isEqualTo(Database.json(
                        "{\"id\": \"%s\", \"wave\": \"%s\", \"research\": false, \"withdrawn\": true, \"answers\": {}}"
                                .formatted(response, asked.wave())));
        assertThat(Database.select("select data is null from outbox where key = ? order by id", response))
                .containsExactly(List.of(false), List.of(false), List.of(true));
        assertThat(Database.select(
                        "select version, data is null from outbox where key = ? order by id",
                        response + ":planned_changes"))
                .containsExactly(List.of(1L, false), List.of(2L, true));
        for (String table : List.of("response", "excluded_response")) {
            assertThat(Database.count(table + " where id = ?::uuid", response))
                    .as(table)
                    .isZero();
        }
        for (String table : List.of("text_coding", "text_consensus")) {
            assertThat(Database.count(table + " where response = ?::uuid", response))
                    .as(table)
                    .isZero();
        }
        assertThat(Database.count("response where id = ?::uuid", other)).isEqualTo(1);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
    }

    @Test
    void excluded_answers_stay_where_nothing_counts_codes_or_tells_them() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        List<List<Object>> kept = rowOf("response", response);

        byReceipt(receipt)
                .then()
                .statusCode(201)
                .body("effects.find { it.thing == 'answers' }.outcome", equalTo("set-aside"));

        assertThat(rowOf("excluded_response", response)).isEqualTo(kept);
        assertThat(Database.count("response where id = ?::uuid", response)).isZero();
        assertThat(Database.told(response)).extracting(Database.Told::version).containsExactly(1L, 2L, 3L);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(0));
        assertThat(Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                        .get("/texts?wave=" + asked.wave())
                        .<List<Object>>path("$"))
                .isEmpty();
        Coders.code(Questions.FIRST_CODER, response, Coders.codebook("Agenda"), "Agenda")
                .then()
                .statusCode(404);
    }

    @Test
    void retained_answers_stay_in_use_and_nothing_further_is_taken() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "retain");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);

        byReceipt(receipt)
                .then()
                .statusCode(201)
                .body("effects.thing", contains("answers", "texts", "counts", "participation"))
                .body("effects.outcome", contains("kept", "kept", "kept", "ended"))
                .body("releasesKnown", equalTo("in-use"));
        assertThat(Database.count("awaited_answer where response = ?::uuid", response))
                .isZero();

        assertThat(Database.told(response)).hasSize(1);
        Api.portal(Token.LAKESIDE).get("/waves/" + asked.wave()).then().body("responded", equalTo(1));
        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409).body("type", endsWith("withdrawn"));
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(200);
    }

    @Test
    void a_withdrawal_touches_no_row_beside_the_participant_and_has_no_time() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "exclude");
        String receipt = Questions.receipt();
        answer(asked, 0, receipt);
        String invitations = "select to_jsonb(i)::text, i.xmin::text, i.ctid::text from invitation i"
                + " where wave = ?::uuid order by participant";
        List<List<Object>> before = Database.select(invitations, asked.wave());

        byReceipt(receipt).then().statusCode(201);
        byLink(asked.tokens().get(1)).then().statusCode(201);

        assertThat(Database.select(invitations, asked.wave())).isEqualTo(before);
        assertThat(
                        Database.select(
                                """
                        select table_name, column_name from information_schema.columns
                        where table_name in ('response', 'excluded_response', 'withdrawal', 'withdrawn_receipt',
                                             'declination', 'forgotten', 'awaited_answer', 'holding_release',
                                             'withdrawal_told')
                          and (data_type like 'timestamp%' or is_identity = 'YES' or column_default like 'nextval%')"""))
                .isEmpty();
    }
}
