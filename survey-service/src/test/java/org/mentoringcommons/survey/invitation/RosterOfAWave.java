package org.mentoringcommons.survey.invitation;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.survey.World.Held;
import org.mentoringcommons.tenancy.contract.Token;

/** A wave at Lakeside and the roster of its workshop, which rises. */
abstract class RosterOfAWave {

    static final UUID ANN = UUID.randomUUID();

    static final UUID BOB = UUID.randomUUID();

    static final UUID CAT = UUID.randomUUID();

    @Inject
    World world;

    @Inject
    Rounds rounds;

    @Inject
    Rosters rosters;

    @Inject
    TestClock clock;

    Held workshop;

    @BeforeEach
    void aWaveIsOpen() {
        world.institutionKnown(Token.LAKESIDE, "America/Chicago");
        workshop = world.delivered(Token.LAKESIDE, Questions.protocolOf(Token.LAKESIDE));
    }

    @AfterEach
    void nothingIsLeftPending() {
        clock.reset();
        Database.update("delete from pending_wave");
    }

    void rosterRises(long revision) {
        world.tell(workshop, "delivered", Instant.now().minus(Duration.ofHours(1)), revision);
    }

    void due() {
        Database.update("update pending_wave set due_at = now() where workshop = ?", workshop.id());
    }

    double secondsUntilDue() {
        return ((Number) Database.select(
                                "select extract(epoch from due_at - now())::float8 from pending_wave where workshop = ?",
                                workshop.id())
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    Map<String, String> tokens() {
        List<Map<String, String>> invitations = Api.portal(Token.LAKESIDE)
                .get("/waves/" + world.wave(workshop) + "/invitations")
                .path("$");
        return invitations.stream()
                .collect(Collectors.toMap(
                        invitation -> invitation.get("participant"), invitation -> invitation.get("token")));
    }

    static String min(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? one.toString() : other.toString();
    }
}
