package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.closing.Closings;
import org.mentoringcommons.survey.webhook.Hooks.Hook;

/** What an institution's portal is told of a wave, when, and what it is not told. */
@QuarkusTest
class MomentsTest extends WithAPortal {

    private static final String[] WAVES = {"wave.opened", "wave.closing", "wave.closed", "wave.answered"};

    @Inject
    Closings closings;

    @Test
    void a_wave_opens_will_close_soon_and_has_closed() {
        Hooks.at(institution, portal, WAVES);
        World.Asked asked = world.asked(institution, 2);
        hooks.momentsOf(asked.wave());
        hooks.momentsOf(asked.wave());
        hooks.round();
        assertThat(portal.types()).containsExactly("wave.opened");
        answer(asked.tokens().get(0));

        Instant closesAt = closesAt(asked);
        clock.set(closesAt.minus(Duration.ofHours(72)).minusSeconds(1));
        hooks.momentsOf(asked.wave());
        hooks.round();
        assertThat(portal.types()).containsExactly("wave.opened");
        clock.set(closesAt.minus(Duration.ofHours(72)));
        hooks.momentsOf(asked.wave());
        hooks.momentsOf(asked.wave());
        hooks.round();
        assertThat(portal.types()).containsExactly("wave.opened", "wave.closing");
        clock.set(closesAt.plusSeconds(60));
        closings.roundFor(asked.wave());
        hooks.momentsOf(asked.wave());
        hooks.round();

        assertThat(portal.types()).containsExactly("wave.opened", "wave.closing", "wave.closed");
        assertThat(portal.arrived()).allSatisfy(arrived -> {
            assertThat(arrived.payload().at("/data/wave").asText()).isEqualTo(asked.wave());
            assertThat(arrived.payload().at("/data/workshop").asText())
                    .isEqualTo(asked.workshop().id().toString());
            assertThat(arrived.payload().at("/data/closesAt").asText()).isEqualTo(closesAt.toString());
        });
        assertThat(portal.arrived().get(0).payload().at("/data").has("responded"))
                .isFalse();
        assertThat(portal.arrived().get(2).payload().at("/data/responded").asInt())
                .isEqualTo(1);
        assertThat(Database.count(
                        "wave_task where wave = ?::uuid and task in ('OPENED', 'CLOSING', 'COUNT')", asked.wave()))
                .isZero();
    }

    @Test
    void an_extended_wave_will_close_soon_once_more() {
        Hooks.at(institution, portal, "wave.closing");
        World.Asked asked = world.asked(institution, 1);
        clock.set(closesAt(asked).minus(Duration.ofHours(3)));
        hooks.momentsOf(asked.wave());
        String later = clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
        Api.administrator(institution)
                .put("/waves/" + asked.wave() + "/last-day", Map.of("lastDay", later))
                .then()
                .statusCode(200);
        hooks.momentsOf(asked.wave());
        hooks.round();
        assertThat(portal.types()).containsExactly("wave.closing");

        clock.set(closesAt(asked).minus(Duration.ofHours(3)));
        hooks.momentsOf(asked.wave());
        hooks.round();

        assertThat(portal.types()).containsExactly("wave.closing", "wave.closing");
    }

    @Test
    void how_many_have_answered_is_told_when_they_are_five_more_at_a_moment_that_no_answer_has_chosen() {
        Hook hook = Hooks.at(institution, portal, "wave.answered");
        World.Asked asked = world.asked(institution, 12);
        hooks.momentsOf(asked.wave());
        asked.tokens().subList(0, 4).forEach(MomentsTest::answer);
        hooks.momentsOf(asked.wave());
        assertThat(hook.messages()).isEmpty();

        answer(asked.tokens().get(4));
        assertThat(hook.messages()).as("no answer tells of itself").isEmpty();
        hooks.momentsOf(asked.wave());
        hooks.momentsOf(asked.wave());
        asked.tokens().subList(5, 9).forEach(MomentsTest::answer);
        hooks.momentsOf(asked.wave());
        hooks.round();

        assertThat(portal.arrived()).singleElement().satisfies(arrived -> assertThat(
                        arrived.payload().get("data"))
                .isEqualTo(Database.json("{\"wave\": \"" + asked.wave() + "\", \"workshop\": \""
                        + asked.workshop().id() + "\", \"responded\": 5}")));
        assertThat(Database.select(
                        "select due_at > now() + interval '59 minutes' from wave_task where wave = ?::uuid and task = 'COUNT'",
                        asked.wave()))
                .as("it is looked once an hour")
                .containsExactly(List.of(true));
    }

    @Test
    void that_somebody_withdrew_is_not_told_nor_is_what_makes_up_for_it() {
        Hook hook = Hooks.at(institution, portal, "wave.answered");
        World.Asked asked = world.asked(institution, 12);
        List<String> receipts =
                asked.tokens().subList(0, 6).stream().map(MomentsTest::answer).toList();
        hooks.momentsOf(asked.wave());
        receipts.subList(0, 2).forEach(receipt -> Api.anybody()
                .post("/withdrawals", Map.of("institution", World.alias(institution), "receipt", receipt))
                .then()
                .statusCode(201));
        hooks.momentsOf(asked.wave());
        asked.tokens().subList(6, 12).forEach(MomentsTest::answer);

        hooks.momentsOf(asked.wave());

        assertThat(hook.messages()).as("ten are four more than six").hasSize(1);
    }

    @Test
    void one_that_asks_in_the_middle_of_a_wave_is_told_of_its_count_and_its_end() {
        World.Asked asked = world.asked(institution, 6);
        asked.tokens().forEach(MomentsTest::answer);
        hooks.momentsOf(asked.wave());

        Hooks.at(institution, portal, WAVES);
        hooks.momentsOf(asked.wave());
        clock.set(closesAt(asked).plusSeconds(60));
        closings.roundFor(asked.wave());
        hooks.round();

        assertThat(portal.types()).containsExactly("wave.answered", "wave.closed");
    }

    @Test
    void payloads_hold_ids_counts_and_states_and_nothing_of_a_person() {
        world.institutionKnown(institution, "America/Chicago");
        Hooks.at(
                institution,
                portal,
                "institution.changed",
                "workshop.changed",
                "wave.opened",
                "wave.closing",
                "wave.closed",
                "wave.answered");
        World.Asked asked = world.asked(institution, 5);
        hooks.newsRound();
        hooks.momentsOf(asked.wave());
        asked.tokens().forEach(MomentsTest::answer);
        hooks.momentsOf(asked.wave());
        clock.set(closesAt(asked).plusSeconds(60));
        closings.roundFor(asked.wave());
        hooks.round();

        Set<String> names = new HashSet<>();
        portal.arrived()
                .forEach(arrived -> arrived.payload().get("data").fieldNames().forEachRemaining(names::add));
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "institution",
                        "name",
                        "timeZone",
                        "state",
                        "version",
                        "workshop",
                        "status",
                        "curriculum",
                        "wave",
                        "occasion",
                        "opensAt",
                        "closesAt",
                        "invited",
                        "responded");
        String all = portal.arrived().toString();
        for (List<Object> row : Database.select(
                "select id, encode(pseudonym, 'hex') from response where wave = ?::uuid", asked.wave())) {
            assertThat(all)
                    .doesNotContain(row.get(0).toString())
                    .doesNotContain(row.get(1).toString());
        }
        asked.tokens().forEach(token -> assertThat(all).doesNotContain(token));
    }

    private Instant closesAt(World.Asked asked) {
        return Instant.parse(
                Api.portal(institution).get("/waves/" + asked.wave()).path("closesAt"));
    }

    /** Somebody answers; the receipt. */
    private static String answer(String token) {
        String receipt = Questions.receipt();
        Api.answer(token, receipt, Questions.goodAnswers()).then().statusCode(201);
        return receipt;
    }
}
