package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.webhook.Hooks.Hook;
import org.mentoringcommons.tenancy.Tenant;

/** What facts say of institutions and workshops, and what becomes of it while an institution may not act. */
@QuarkusTest
class NewsTest {

    @Inject
    World world;

    @Inject
    Hooks hooks;

    @Inject
    TestClock clock;

    private final Tenant institution = Hooks.institution();
    private Receiver portal;

    @BeforeEach
    void aPortal() {
        Hooks.forgetAll();
        world.institutionKnown(institution, "UTC");
        portal = new Receiver();
    }

    @AfterEach
    void nothingIsLeft() {
        portal.close();
        clock.reset();
        Hooks.forgetAll();
    }

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
}
