package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.tenancy.TenantTransaction;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ForgettingTest {

    @Inject
    World world;

    @Inject
    Invitations invitations;

    @Inject
    Statements statements;

    @Inject
    TenantTransaction transaction;

    @Test
    void who_is_forgotten_has_no_link_and_gets_none_while_the_roster_still_has_the_name() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        UUID ann = participant(asked, 0);
        UUID bob = participant(asked, 1);
        String token = tokenOf(asked, ann);

        forget("/forms/" + token).then().statusCode(204);

        Api.anybody().get("/forms/" + token).then().statusCode(404);
        forget("/forms/" + token).then().statusCode(404).body("type", endsWith("invitation-not-found"));
        world.roster(asked.workshop(), 2, ann, bob);
        world.tell(asked.workshop(), "delivered", Instant.now(), 2);
        world.round();
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .then()
                .body("$", hasSize(1))
                .body("[0].participant", equalTo(bob.toString()));
        assertThat(Database.count("invitation where participant = ?", ann)).isZero();
        assertThat(Database.select("select encode(fingerprint, 'hex') from forgotten")
                        .toString())
                .doesNotContain(ann.toString().replace("-", ""));
    }

    @Test
    void an_administrator_forgets_on_request_and_the_answer_stays_to_be_withdrawn_by_receipt() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1, "destroy");
        UUID ann = participant(asked, 0);
        String receipt = Questions.receipt();
        Api.answer(asked.token(), receipt, Questions.goodAnswers()).then().statusCode(201);
        Api administrator = Api.administrator(Token.LAKESIDE);

        administrator.delete("/participants/" + ann).then().statusCode(204);
        administrator.delete("/participants/" + ann).then().statusCode(204);

        administrator
                .delete("/participants/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("participant-not-found"));
        assertThat(Database.count("response where wave = ?::uuid", asked.wave()))
                .isEqualTo(1);
        Api.anybody()
                .post("/withdrawals", java.util.Map.of("institution", World.alias(Token.LAKESIDE), "receipt", receipt))
                .then()
                .statusCode(201)
                .body("answers", equalTo(1));
    }

    @Test
    void nobody_is_invited_again_by_a_roster_that_was_read_before_they_were_forgotten() {
        World.Asked asked = world.asked(Token.LAKESIDE, 2);
        UUID ann = participant(asked, 0);
        UUID bob = participant(asked, 1);
        List<CompletableFuture<Void>> acts = new ArrayList<>();

        World.elsewhere(() -> transaction.run(Token.LAKESIDE, () -> {
            statements.update(
                    "update invitation set revoked = revoked where participant = ?", bob); // the round waits here
            acts.add(CompletableFuture.runAsync(() -> transaction.run(
                    Token.LAKESIDE, () -> invitations.invite(UUID.fromString(asked.wave()), List.of(bob, ann)))));
            untilItIsDoneOrWaits(acts.get(0), "transactionid");
            acts.add(CompletableFuture.runAsync(() -> Api.administrator(Token.LAKESIDE)
                    .delete("/participants/" + ann)
                    .then()
                    .statusCode(204)));
            untilItIsDoneOrWaits(acts.get(1), "advisory");
        }));
        acts.forEach(CompletableFuture::join);

        assertThat(Database.select("select participant from invitation where wave = ?::uuid", asked.wave()))
                .containsExactly(List.of(bob));
    }

    private static void untilItIsDoneOrWaits(CompletableFuture<Void> act, String lock) {
        Instant patience = Instant.now().plusSeconds(30);
        while (!act.isDone()
                && Database.count("pg_locks where locktype = ? and not granted", lock) == 0
                && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nobody_forgets_another_institutions_participant() {
        World.Asked asked = world.asked(Token.LAKESIDE, 1);
        UUID ann = participant(asked, 0);

        Api.administrator(Token.HILLTOP).delete("/participants/" + ann).then().statusCode(404);

        Api.anybody().get("/forms/" + asked.token()).then().statusCode(200);
    }

    private static Response forget(String path) {
        return Api.anybody().delete(path);
    }

    private static UUID participant(World.Asked asked, int index) {
        return UUID.fromString(Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .path("participant[" + index + "]"));
    }

    private static String tokenOf(World.Asked asked, UUID participant) {
        return Api.portal(Token.LAKESIDE)
                .get("/waves/" + asked.wave() + "/invitations")
                .path("find { it.participant == '" + participant + "' }.token");
    }
}
