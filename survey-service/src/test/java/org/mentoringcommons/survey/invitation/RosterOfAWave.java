package org.mentoringcommons.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

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
        Database.update("delete from pending_wave"); // what another class left would be done in our rounds
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

    /**
     * The round after so many that failed puts the next one off by so many seconds. By the database's clock before and after:
     * what remained of a pause once a busy machine came to look at it could be anything.
     */
    void putsOffBy(double seconds, int failures) {
        Database.update(
                "update pending_wave set attempts = ?, due_at = now() where workshop = ?", failures, workshop.id());
        double before = seconds("select extract(epoch from clock_timestamp())::float8");
        world.round();
        double after = seconds("select extract(epoch from clock_timestamp())::float8");
        assertThat(seconds(
                        "select extract(epoch from due_at)::float8 from pending_wave where workshop = ?",
                        workshop.id()))
                .isBetween(before + seconds, after + seconds);
    }

    private static double seconds(String sql, Object... values) {
        return (Double) Database.select(sql, values).get(0).get(0);
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
