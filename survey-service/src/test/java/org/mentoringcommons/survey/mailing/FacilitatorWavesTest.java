package org.mentoringcommons.survey.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Whoever facilitates a workshop is asked, by the list that curriculum-service keeps. */
@QuarkusTest
class FacilitatorWavesTest {

    private static final UUID FAY = UUID.fromString("10000000-0000-4000-8000-000000000001");
    private static final UUID GIL = UUID.fromString("20000000-0000-4000-8000-000000000002");

    @Inject
    World world;

    @Inject
    MailRounds mails;

    @Inject
    TestPost post;

    @Inject
    TestClock clock;

    private World.Asked asked;

    @BeforeEach
    void aWorkshopWasDelivered() {
        Database.update("delete from wave_task where task = 'REMIND'");
        post.reset();
        asked = world.asked(Token.LAKESIDE, 1);
    }

    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        Database.update("delete from wave_task where task = 'REMIND'");
        Database.update("delete from pending_wave");
    }

    @Test
    void whoever_facilitates_is_invited_and_the_participants_are_not() {
        world.facilitators(asked.workshop(), FAY, GIL);

        String wave = opened(asked);
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(FAY.toString(), GIL.toString()));
        admin(Token.LAKESIDE).get("/waves/" + wave).then().body("invited", equalTo(2));
        assertThat(Database.told(wave))
                .extracting(fact -> fact.data().get("invited").asInt())
                .containsExactly(0, 2);
        assertThat(Database.told(wave).toString())
                .doesNotContain(FAY.toString())
                .doesNotContain("Fay Example");
        invitations(Token.LAKESIDE, asked.wave()).body("token", equalTo(asked.tokens()));
    }

    @Test
    void two_institutions_ask_their_own() {
        World.Asked other = world.asked(Token.HILLTOP, 1);
        world.facilitators(asked.workshop(), FAY);
        world.facilitators(other.workshop(), GIL);

        String ours = opened(asked);
        String theirs = opened(other);
        world.round();

        invitations(Token.LAKESIDE, ours).body("participant", contains(FAY.toString()));
        invitations(Token.HILLTOP, theirs).body("participant", contains(GIL.toString()));
        Api.portal(Token.LAKESIDE)
                .get("/waves/" + theirs + "/invitations")
                .then()
                .statusCode(404);
        Map<String, Object> foreign = wanted(asked);
        foreign.put("workshop", other.workshop().id());
        admin(Token.LAKESIDE)
                .post("/waves", foreign)
                .then()
                .statusCode(400)
                .body("violations.field", contains("workshop"));
    }

    @Test
    void who_facilitates_instead_is_invited_once_it_is_told_and_the_link_of_who_does_no_more_leads_nowhere() {
        world.facilitators(asked.workshop(), FAY);
        String wave = opened(asked);
        world.round();
        String token = invitations(Token.LAKESIDE, wave).extract().path("[0].token");

        world.facilitators(asked.workshop(), GIL);
        somethingIsTold();
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(GIL.toString()));
        Api.anybody().get("/forms/" + token).then().statusCode(404);
        assertThat(Database.told(wave)).as("as many as before").hasSize(2);
    }

    @Test
    void while_nobody_is_said_to_facilitate_nobody_is_asked_and_later_they_are() {
        world.facilitators(asked.workshop());
        String wave = opened(asked);
        world.round();
        invitations(Token.LAKESIDE, wave).body("participant", empty());
        assertThat(pending()).isZero();

        world.facilitators(asked.workshop(), FAY);
        somethingIsTold();
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(FAY.toString()));
    }

    @Test
    void while_the_list_cannot_be_had_it_is_tried_again_and_participants_are_invited_all_the_same() {
        world.facilitatorsAway(asked.workshop());
        String wave = opened(asked);
        UUID late = UUID.randomUUID();
        world.roster(asked.workshop(), 2, late);
        world.tell(asked.workshop(), "delivered", Instant.now().minus(Duration.ofHours(1)), 2);
        world.round();
        invitations(Token.LAKESIDE, asked.wave()).body("participant", contains(late.toString()));
        assertThat(pending()).isEqualTo(1);

        world.facilitators(asked.workshop(), FAY);
        Database.update("update pending_wave set due_at = now()");
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(FAY.toString()));
        assertThat(pending()).isZero();
    }

    @Test
    void a_slow_round_with_an_older_list_does_not_undo_a_newer_one() throws Exception {
        world.facilitators(asked.workshop(), FAY);
        String wave = opened(asked);
        CyclicBarrier held = world.facilitatorsHeld(asked.workshop());
        CompletableFuture<Void> slow = CompletableFuture.runAsync(world::round);
        held.await(8, TimeUnit.SECONDS);
        world.facilitators(asked.workshop(), FAY, GIL);
        somethingIsTold();
        world.round();

        held.await(8, TimeUnit.SECONDS);
        slow.join();

        invitations(Token.LAKESIDE, wave).body("participant", contains(FAY.toString(), GIL.toString()));
    }

    @Test
    void once_the_wave_is_over_nobody_is_asked_for() {
        world.facilitators(asked.workshop(), FAY);
        String wave = opened(asked);
        world.round();
        admin(Token.LAKESIDE)
                .post("/waves/" + wave + "/closing", Map.of())
                .then()
                .statusCode(200);

        world.facilitators(asked.workshop(), GIL);
        somethingIsTold();
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(FAY.toString()));
        assertThat(pending()).isZero();
    }

    @Test
    void who_was_named_instead_stays_whoever_facilitates() {
        UUID named = UUID.randomUUID();
        Map<String, Object> wanted = wanted(asked);
        wanted.put("people", List.of(named));
        String wave = admin(Token.LAKESIDE)
                .post("/waves", wanted)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        world.facilitators(asked.workshop(), FAY);
        somethingIsTold();
        world.round();

        invitations(Token.LAKESIDE, wave).body("participant", contains(named.toString()));
    }

    @Test
    void they_are_written_to_where_the_list_says_in_words_for_them() {
        world.facilitators(asked.workshop(), FAY, GIL);
        String wave = opened(asked);
        world.round();
        admin(Token.LAKESIDE)
                .put(
                        "/protocols/" + protocol(asked) + "/mailing",
                        Map.of("reminderDays", List.of(7), "quietFrom", "00:00", "quietTo", "00:00"))
                .then()
                .statusCode(200);
        mails(wave);

        assertThat(post.sent())
                .extracting(TestPost.Sent::address)
                .containsExactly(FAY + "@example.org", GIL + "@example.org");
        assertThat(post.sent())
                .allSatisfy(mail -> assertThat(mail.text()).contains("You led").doesNotContain("Fay"));
        post.reset();
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        mails(wave);
        assertThat(post.sent()).hasSize(2).allSatisfy(mail -> assertThat(mail.subject())
                .startsWith("A reminder")
                .contains("leading"));
    }

    private String opened(World.Asked at) {
        return admin(at.workshop().institution())
                .post("/waves", wanted(at))
                .then()
                .statusCode(201)
                .body("invited", equalTo(0))
                .extract()
                .path("id");
    }

    private Map<String, Object> wanted(World.Asked at) {
        Api admin = admin(at.workshop().institution());
        admin.put(
                        "/protocols/" + protocol(at) + "/askings/facilitators",
                        Map.of("instrument", Map.of("key", Questions.published(), "version", "1")))
                .then()
                .statusCode(200);
        return new HashMap<>(
                Map.of("workshop", at.workshop().id(), "protocol", protocol(at), "occasion", "facilitators"));
    }

    private static String protocol(World.Asked at) {
        return admin(at.workshop().institution()).get("/waves/" + at.wave()).path("protocol");
    }

    /** As curriculum-service does whenever anything about a workshop changes. */
    private void somethingIsTold() {
        world.tell(asked.workshop(), "delivered", Instant.now().minus(Duration.ofHours(1)), 1);
    }

    private void mails(String wave) {
        Database.update("update wave_task set due_at = now() where wave = ?::uuid and task = 'REMIND'", wave);
        Database.update("delete from wave_task where wave <> ?::uuid and task = 'REMIND'", wave);
        World.elsewhere(mails::round);
    }

    private long pending() {
        return Database.count(
                "pending_wave where workshop = ?", asked.workshop().id());
    }

    private static ValidatableResponse invitations(Tenant institution, String wave) {
        return Api.portal(institution)
                .get("/waves/" + wave + "/invitations")
                .then()
                .statusCode(200);
    }

    private static Api admin(Tenant institution) {
        return Api.administrator(institution);
    }
}
