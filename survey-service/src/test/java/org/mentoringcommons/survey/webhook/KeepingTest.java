package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.webhook.Hooks.Hook;

/** How long messages are kept: for a month after something has come of them, and nothing is kept for ever. */
@QuarkusTest
class KeepingTest extends WithAPortal {

    private final Instant now = Instant.now();
    private Hook hook;

    @BeforeEach
    void aWebhook() {
        hook = Hooks.at(institution, portal);
        clock.set(now);
    }

    @Test
    void what_waited_while_an_institution_was_suspended_is_sent_and_what_came_of_it_can_be_seen() {
        hook.ping();
        world.institutionKnown(institution, "UTC", "suspended");
        hooks.round();
        later(Duration.ofDays(40));
        hooks.round();

        world.institutionKnown(institution, "UTC");
        hooks.round();

        assertThat(portal.types()).containsExactly("ping");
        assertThat(hook.only()).containsEntry("state", "delivered").containsEntry("outcome", "status-204");
        later(Duration.ofDays(40).plus(Duration.ofDays(29)));
        hooks.round();
        assertThat(hook.messages()).hasSize(1);
        later(Duration.ofDays(40).plus(Duration.ofDays(31)));
        hooks.round();
        assertThat(hook.messages()).isEmpty();
    }

    @Test
    void an_old_dead_letter_that_is_replayed_is_not_forgotten_during_its_attempts() {
        String old = deadSince(Duration.ofDays(31));
        Api.portal(institution)
                .post(hook.path() + "/messages/" + old + "/replay", Map.of())
                .then()
                .statusCode(202);
        portal.answersWith(500);
        hooks.round();
        portal.answersWith(204);
        hook.ping();

        hooks.round();

        assertThat(portal.types()).as("nothing more is due").hasSize(2);
        assertThat(message(old)).containsEntry("state", "waiting").containsEntry("outcome", "status-500");
    }

    @Test
    void of_an_endpoint_that_is_always_down_what_is_old_is_forgotten_all_the_same() {
        String old = deadSince(Duration.ofDays(31));
        String young = deadSince(Duration.ofDays(29));
        portal.answersWith(500);
        hook.ping();
        Database.update("update webhook_message set attempts = 11 where webhook = ?::uuid and attempts = 0", hook.id());
        Database.update( // another that waits
                "insert into webhook_message (tenant, id, webhook, event, type, body, made_at, due_at)"
                        + " select tenant, gen_random_uuid(), webhook, 'another', 'ping', '{}', ?::timestamptz,"
                        + " ?::timestamptz + interval '1 hour' from webhook_message where id = ?::uuid",
                now.toString(),
                now.toString(),
                young);

        hooks.round();

        assertThat(portal.arrived()).hasSize(1);
        assertThat(hook.messages())
                .extracting(message -> message.get("state"))
                .containsExactlyInAnyOrder("dead", "dead", "waiting");
        assertThat(hook.messages())
                .extracting(message -> message.get("id"))
                .contains(young)
                .doesNotContain(old);
    }

    @Test
    void of_a_closed_institution_nothing_goes_out_and_nothing_is_kept_for_longer_than_a_month() {
        hook.ping();
        world.institutionKnown(institution, "UTC", "closed");
        hooks.round();
        later(Duration.ofDays(29));
        hooks.round();
        assertThat(kept()).isEqualTo(1);

        later(Duration.ofDays(31));
        hooks.round();

        assertThat(kept()).isZero();
        assertThat(portal.arrived()).isEmpty();
        assertThat(Database.select("select due_at is null from webhook_lane where webhook = ?::uuid", hook.id()))
                .as("nothing is left to do")
                .containsExactly(List.of(true));
    }

    private long kept() {
        return Database.count("webhook_message where webhook = ?::uuid", hook.id());
    }

    private void later(Duration after) {
        clock.set(now.plus(after));
    }

    private Map<String, Object> message(String id) {
        return Api.portal(institution)
                .get(hook.path() + "/messages/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    /** A message that has been dead for so long. */
    private String deadSince(Duration ago) {
        String id = Api.portal(institution)
                .post(hook.path() + "/ping", Map.of())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String then = now.minus(ago).toString();
        Database.update(
                "update webhook_message set type = 'release.frozen', state = 'DEAD', attempts = 12, outcome = 'timeout',"
                        + " made_at = ?::timestamptz, due_at = ?::timestamptz where id = ?::uuid",
                then,
                then,
                id);
        return id;
    }
}
