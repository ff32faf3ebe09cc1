package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.webhook.Hooks.Hook;
import org.mentoringcommons.tenancy.Tenant;

/** What facts say of institutions and workshops, and what becomes of it while an institution may not act. */
@QuarkusTest
class NewsTest extends WithAPortal {

    @Test
    void an_institution_is_told_of_itself_alone_and_once_by_however_many_instances() {
        Tenant other = Hooks.institution();
        Hook hook = Hooks.at(institution, portal, "institution.changed");
        world.institutionKnown(institution, "America/Chicago");
        world.institutionKnown(other, "America/Chicago");

        Stream.generate(() -> CompletableFuture.runAsync(hooks::newsRound))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        hooks.round();

        assertThat(hook.messages()).hasSize(1);
        assertThat(portal.arrived()).singleElement().satisfies(arrived -> {
            assertThat(arrived.payload().at("/data/institution").asText()).isEqualTo(World.alias(institution));
            assertThat(arrived.payload().at("/data/timeZone").asText()).isEqualTo("America/Chicago");
        });
        assertThat(Database.count("webhook_news where institution = ?", other.id()))
                .as("without a webhook nothing is kept")
                .isZero();
    }

    @Test
    void while_it_is_suspended_nothing_goes_out_and_afterwards_everything_does() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        world.institutionKnown(institution, "UTC", "suspended");
        world.delivered(institution, "some-curriculum");
        hooks.round();
        clock.set(Instant.now().plus(Duration.ofHours(2)));
        hooks.round();
        assertThat(portal.arrived()).isEmpty();

        world.institutionKnown(institution, "UTC"); // at once, not when it is looked at again
        hooks.round();

        assertThat(portal.types()).containsExactly("workshop.changed");
        assertThat(Database.select("select attempts, state from webhook_message where webhook = ?::uuid", hook.id()))
                .as("no attempt was made meanwhile")
                .containsExactly(List.of(1, "DELIVERED"));
    }

    @Test
    void what_is_older_than_a_week_when_it_arrives_is_no_news() {
        Hook hook = Hooks.at(institution, portal, "workshop.changed");
        clock.set(Instant.now().plus(Duration.ofDays(8)));

        world.delivered(institution, "some-curriculum");

        assertThat(hook.messages()).isEmpty();
    }

    @Test
    void messages_are_kept_for_a_month() {
        Hook hook = Hooks.at(institution, portal);
        hook.ping();
        hooks.round();
        clock.set(Instant.now().plus(Duration.ofDays(29)));
        hooks.round();
        assertThat(hook.messages()).hasSize(1);

        clock.set(Instant.now().plus(Duration.ofDays(31)));
        hooks.round();

        assertThat(hook.messages()).isEmpty();
        assertThat(Database.select("select due_at is null from webhook_lane where webhook = ?::uuid", hook.id()))
                .as("nothing is left to do")
                .containsExactly(List.of(true));
    }

    @Test
    void those_whose_answers_are_in_a_release_are_told_that_it_is_frozen_and_later_that_it_is_withdrawn() {
        Tenant other = Hooks.institution();
        String[] events = {"release.frozen", "release.withdrawn"};
        Hook hook = Hooks.at(institution, portal, events);
        try (Receiver elsewhere = new Receiver()) {
            Hooks.at(other, elsewhere, events);
            Map<String, Object> release = new HashMap<>(Map.of(
                    "number", 4711, "study", "told-study", "edition", 2, "institutions", List.of(institution.id())));
            Instant frozenAt = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
            release.put("frozenAt", frozenAt.toString());
            world.told("releases", release);
            hooks.newsRound();
            hooks.round();

            Instant withdrawnAt = frozenAt.plusSeconds(30);
            release.put("withdrawn", Map.of("at", withdrawnAt.toString(), "replacedBy", 4712));
            world.told("releases", release);
            world.told("releases", release); // read again after a crash
            hooks.newsRound();
            hooks.round();

            assertThat(portal.types()).containsExactly("release.frozen", "release.withdrawn");
            JsonNode frozen = portal.arrived().get(0).payload();
            assertThat(frozen.get("timestamp").asText()).isEqualTo(frozenAt.toString());
            assertThat(frozen.get("data").toString())
                    .isEqualTo("{\"release\":4711,\"study\":\"told-study\",\"edition\":2,\"frozenAt\":\"" + frozenAt
                            + "\"}");
            JsonNode withdrawn = portal.arrived().get(1).payload();
            assertThat(withdrawn.get("timestamp").asText()).isEqualTo(withdrawnAt.toString());
            assertThat(withdrawn.get("data").toString())
                    .isEqualTo("{\"release\":4711,\"study\":\"told-study\",\"edition\":2,\"withdrawnAt\":\""
                            + withdrawnAt + "\",\"replacedBy\":4712}");
            assertThat(hook.messages()).hasSize(2);
            assertThat(elsewhere.arrived()).isEmpty();
        }
    }

    @Test
    void of_a_release_that_is_heard_of_only_when_it_is_withdrawn_both_are_told() {
        Hooks.at(institution, portal, "release.frozen", "release.withdrawn");
        Instant frozenAt = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        world.told(
                "releases",
                Map.of(
                        "number",
                        4713,
                        "study",
                        "told-late",
                        "edition",
                        1,
                        "institutions",
                        List.of(institution.id()),
                        "frozenAt",
                        frozenAt.toString(),
                        "withdrawn",
                        Map.of("at", frozenAt.plusSeconds(30).toString())));
        hooks.newsRound();
        hooks.round();

        assertThat(portal.types()).containsExactly("release.frozen", "release.withdrawn");
    }
}
