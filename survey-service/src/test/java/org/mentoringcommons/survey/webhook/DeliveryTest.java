package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.webhook.Hooks.Hook;

/** A message is sent until it is answered by a yes, for about a day, and is the same message every time. */
@QuarkusTest
class DeliveryTest extends WithAPortal {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void a_message_arrives_once_and_is_signed_as_the_standard_says() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        World.Held workshop = world.delivered(institution, "some-curriculum");

        hooks.round();
        hooks.round();

        assertThat(portal.arrived()).singleElement().satisfies(arrived -> {
            assertThat(arrived.signedBy(hook.secret())).isEqualTo(1);
            assertThat(arrived.signedBy("whsec_" + "A".repeat(43) + "=")).isZero();
            assertThat(Instant.ofEpochSecond(Long.parseLong(arrived.headers().get("webhook-timestamp"))))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(arrived.headers()).containsEntry("content-type", "application/json");
            assertThat(arrived.type()).isEqualTo("workshop.changed");
            assertThat(arrived.payload().at("/data/workshop").asText())
                    .isEqualTo(workshop.id().toString());
            assertThat(arrived.payload().at("/data/status").asText()).isEqualTo("delivered");
        });
        assertThat(hook.only())
                .containsEntry("id", portal.arrived().get(0).id())
                .containsEntry("state", "delivered")
                .containsEntry("outcome", "status-204")
                .containsEntry("attempts", 1);
    }

    @Test
    void of_several_instances_one_sends_each_message_and_in_the_order_in_which_they_were_made() {
        List<Receiver> portals = Stream.generate(Receiver::new).limit(5).toList();
        List<Hook> made = new ArrayList<>();
        portals.forEach(each -> made.add(Hooks.at(institution, each, "workshop.changed")));
        List<String> told = Stream.generate(() -> world.delivered(institution, "some-curriculum"))
                .limit(8)
                .map(workshop -> workshop.id().toString())
                .toList();

        Stream.<Runnable>of(hooks::round, hooks::roundElsewhere, hooks::round, hooks::roundElsewhere)
                .map(CompletableFuture::runAsync)
                .toList()
                .forEach(CompletableFuture::join);

        for (Receiver each : portals) {
            assertThat(each.arrived())
                    .extracting(
                            arrived -> arrived.payload().at("/data/workshop").asText())
                    .containsExactlyElementsOf(told);
            each.close();
        }
        assertThat(made).allSatisfy(hook -> assertThat(hook.messages())
                .extracting(message -> message.get("state"))
                .containsOnly("delivered"));
    }

    @Test
    void what_was_sent_before_a_crash_and_not_noted_is_sent_again_as_the_same_message() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        world.delivered(institution, "some-curriculum");
        hooks.round();
        Database.update(
                "update webhook_message set state = 'WAITING', attempts = 0, outcome = null where webhook = ?::uuid",
                hook.id());
        Database.update(
                "update webhook_lane set claim = gen_random_uuid(), due_at = now(), lease_until = now() + interval '1 minute'"
                        + " where webhook = ?::uuid",
                hook.id());
        hooks.round();
        assertThat(portal.arrived()).as("whoever has it may be alive").hasSize(1);

        Hooks.leasesRunOut();
        hooks.round();

        assertThat(portal.arrived()).hasSize(2);
        assertThat(portal.arrived())
                .extracting(Receiver.Arrived::id)
                .containsOnly(portal.arrived().get(0).id());
        assertThat(portal.arrived())
                .extracting(Receiver.Arrived::body)
                .containsOnly(portal.arrived().get(0).body());
        assertThat(portal.arrived()).allSatisfy(arrived -> assertThat(arrived.signedBy(hook.secret()))
                .isEqualTo(1));
    }

    @Test
    void what_fails_is_tried_with_growing_pauses_for_about_a_day_and_then_is_a_dead_letter() {
        Hook hook = Hooks.at(institution, portal);
        portal.answersWith(500);
        clock.set(NOON);
        hook.ping();

        Instant last = NOON;
        for (int attempt = 1; attempt <= 12; attempt++) {
            hooks.round();
            assertThat(portal.arrived()).hasSize(attempt);
            assertThat(hook.only()).containsEntry("attempts", attempt).containsEntry("outcome", "status-500");
            if (attempt < 12) {
                Instant due = Instant.parse((String) hook.only().get("dueAt"));
                clock.set(due.minusMillis(1));
                hooks.round();
                assertThat(portal.arrived()).as("not before its time").hasSize(attempt);
                clock.set(due);
                last = due;
            }
        }

        assertThat(Duration.between(NOON, last)).isBetween(Duration.ofHours(23), Duration.ofHours(26));
        assertThat(hook.only()).containsEntry("state", "dead").containsEntry("dueAt", null);
        clock.set(last.plus(Duration.ofDays(2)));
        hooks.round();
        assertThat(portal.arrived()).hasSize(12);
        assertThat(Api.portal(institution)
                        .get(hook.path() + "/messages?state=dead")
                        .path("size()")
                        .toString())
                .isEqualTo("1");
        assertThat(Api.portal(institution)
                        .get(hook.path() + "/messages?state=waiting")
                        .path("size()")
                        .toString())
                .isEqualTo("0");
    }

    @Test
    void a_dead_letter_is_replayed_under_its_own_id_and_all_of_them_in_their_order() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        List<String> told = Stream.generate(() ->
                        world.delivered(institution, "some-curriculum").id().toString())
                .limit(3)
                .toList();
        Database.update("update webhook_message set state = 'DEAD', attempts = 12 where webhook = ?::uuid", hook.id());
        List<String> ids = hook.messages().stream()
                .map(message -> (String) message.get("id"))
                .toList();
        hooks.round();
        assertThat(portal.arrived()).isEmpty();

        Api.portal(institution)
                .post(hook.path() + "/messages/" + ids.get(0) + "/replay", Map.of())
                .then()
                .statusCode(202);
        hooks.round();
        assertThat(portal.arrived()).extracting(Receiver.Arrived::id).containsExactly(ids.get(0));
        Object replayed = Api.administrator(institution)
                .post(hook.path() + "/messages/replay", Map.of())
                .path("replayed");
        hooks.round();

        assertThat(replayed).isEqualTo(2);
        assertThat(portal.arrived())
                .extracting(arrived -> arrived.payload().at("/data/workshop").asText())
                .containsExactly(told.get(2), told.get(0), told.get(1));
        assertThat(hook.messages()).extracting(message -> message.get("state")).containsOnly("delivered");
        assertThat(hook.messages())
                .as("as many attempts as a new one has")
                .extracting(message -> message.get("attempts"))
                .containsOnly(1);
    }

    @Test
    @Timeout(60)
    void one_that_hangs_keeps_no_other_waiting() throws Exception {
        try (Receiver hanging = new Receiver()) {
            CountDownLatch release = hanging.hangs();
            Hook stuck = Hooks.at(institution, hanging, "workshop.changed");
            Hook quick = Hooks.at(institution, portal, "workshop.changed");
            world.delivered(institution, "some-curriculum");
            CompletableFuture<Void> held = CompletableFuture.runAsync(hooks::round);
            while (hanging.arrived().isEmpty() || portal.arrived().isEmpty()) {
                Thread.onSpinWait();
            }

            world.delivered(institution, "some-curriculum");
            while (!quick.messages().stream()
                    .allMatch(message -> message.get("state").equals("delivered"))) {
                hooks.round();
                hooks.roundElsewhere();
            }

            assertThat(hanging.arrived()).as("one at a time").hasSize(1);
            assertThat(stuck.messages())
                    .extracting(message -> message.get("state"))
                    .containsOnly("waiting");
            release.countDown();
            held.join();
        }
    }

    @Test
    void one_message_that_is_refused_does_not_stop_those_after_it() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        clock.set(Instant.now());
        portal.answersWith(400);
        world.delivered(institution, "some-curriculum");
        hooks.round();
        portal.answersWith(204);
        world.delivered(institution, "some-curriculum");

        clock.set(clock.instant().plusSeconds(6)); // after the pause of an endpoint that failed
        hooks.round();

        assertThat(hook.messages()).extracting(message -> message.get("state")).containsOnly("delivered");
        assertThat(portal.arrived()).hasSize(3);
    }

    @Test
    void while_a_ping_waits_no_other_is_made() {
        Hook hook = Hooks.at(institution, portal);
        hook.ping();
        hook.ping();
        hooks.round();
        hook.ping();
        hooks.round();

        assertThat(portal.types()).containsExactly("ping", "ping");
    }
}
