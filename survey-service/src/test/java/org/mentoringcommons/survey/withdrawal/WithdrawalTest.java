package org.mentoringcommons.survey.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Who can leave, by what, and when. */
@QuarkusTest
class WithdrawalTest extends Leaving {

    @ParameterizedTest
    @ValueSource(strings = {"retain", "exclude", "destroy"})
    void asked_again_by_either_way_the_answer_is_the_same_and_nothing_more_happens(String policy) {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, policy);
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String first = byReceipt(receipt).then().statusCode(201).extract().asString();
        long told = Database.told(response).size();
        clock.set(Instant.now().plus(Duration.ofDays(90)));

        Response again = byReceipt(receipt);
        Response byLink = byLink(asked.token());

        again.then().statusCode(200);
        assertThat(Database.json(again.asString())).isEqualTo(Database.json(first));
        byLink.then().statusCode(200);
        assertThat(Database.json(byLink.asString())).isEqualTo(Database.json(first));
        assertThat(Database.told(response)).hasSize((int) told);
    }

    @Test
    void by_link_before_any_answer_none_can_be_given_and_nobody_is_reminded() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");

        byLink(asked.token())
                .then()
                .statusCode(201)
                .body("answers", equalTo(0))
                .body("effects.thing", contains("participation"));

        Api.anybody().get("/forms/" + asked.token()).then().statusCode(409).body("type", endsWith("withdrawn"));
        Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                .then()
                .statusCode(409)
                .body("type", endsWith("withdrawn"));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .then()
                .body("remind", contains(false));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isZero();
    }

    @Test
    void a_receipt_may_be_typed_as_people_type() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "exclude");
        String receipt = Api.anybody().get("/forms/" + asked.token()).path("receipt");
        answer(asked, 0, receipt);

        byReceipt("  "
                        + receipt.toLowerCase()
                                .replace('-', ' ')
                                .replace('0', 'o')
                                .replace('1', 'l') + "\n")
                .then()
                .statusCode(201)
                .body("answers", equalTo(1));
    }

    @Test
    void every_wrong_receipt_is_answered_alike_and_changes_nothing() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
        String receipt = Questions.receipt();
        String response = answer(asked, 0, receipt);
        String unknown =
                byReceipt(Questions.receipt()).then().statusCode(404).extract().asString();

        for (String wrong :
                List.of("", "-", "x", receipt.substring(1), receipt + "0", "'; drop table response", "ü\u0000")) {
            Response refused = byReceipt(wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(404);
            assertThat(refused.asString()).as(wrong).isEqualTo(unknown);
        }
        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(Token.HILLTOP), "receipt", receipt))
                .then()
                .statusCode(404);
        Api.anybody()
                .post("/withdrawals", Map.of("institution", "nowhere", "receipt", receipt))
                .then()
                .statusCode(404)
                .body("type", endsWith("institution-not-found"));
        Api.anybody()
                .post("/withdrawals", Map.of("receipt", "r".repeat(300)))
                .then()
                .statusCode(400)
                .body("violations.field.sort()", contains("institution", "receipt"));
        assertThat(Database.count("response where id = ?::uuid", response)).isEqualTo(1);
        assertThat(unknown).contains("receipt-not-found");
    }

    @Test
    void a_code_that_a_portal_gave_to_two_people_withdraws_neither() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2, "destroy");
        String shared = Questions.receipt();
        answer(asked, 0, shared);
        Api.answer(asked.tokens().get(1), shared, Questions.goodAnswers())
                .then()
                .statusCode(201);

        byReceipt(shared).then().statusCode(409).body("type", endsWith("receipt-ambiguous"));

        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(2);
        byLink(asked.token()).then().statusCode(201);
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
    }

    @Test
    void many_at_once_withdraw_once_and_an_answer_at_the_same_moment_never_survives_it() {
        for (int round = 0; round < 5; round++) {
            World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
            List<CompletableFuture<Integer>> calls = new ArrayList<>();
            for (int call = 0; call < 4; call++) {
                calls.add(CompletableFuture.supplyAsync(
                        () -> byLink(asked.token()).statusCode()));
                calls.add(CompletableFuture.supplyAsync(
                        () -> Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                                .statusCode()));
            }

            List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();

            assertThat(statuses).isSubsetOf(200, 201, 409);
            assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                    .isZero();
            assertThat(Database.count(
                            "withdrawal w join wave v on v.tenant = w.tenant and v.protocol = w.protocol"
                                    + " where v.id = ?::uuid",
                            asked.wave()))
                    .isEqualTo(1);
        }
    }

    @Test
    void nobodys_withdrawal_waits_for_a_suspended_institution() {
        Tenant institution = new Tenant(UUID.randomUUID().toString());
        World.Asked asked = world.asked(institution, 2, "destroy");
        String receipt = Questions.receipt();
        Api.answer(asked.tokens().get(0), receipt, Questions.goodAnswers())
                .then()
                .statusCode(201);

        world.institutionKnown(institution, "America/Chicago", "suspended");
        awaitRefusal(asked.tokens().get(1));

        Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(institution), "receipt", receipt))
                .then()
                .statusCode(201);
        byLink(asked.tokens().get(1)).then().statusCode(201);
    }
}
