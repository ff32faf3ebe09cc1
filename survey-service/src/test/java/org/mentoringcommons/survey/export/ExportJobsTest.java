package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.survey.World;

/** What is written in the background: by one instance at a time, for a limited time, and nothing is left behind. */
@QuarkusTest
class ExportJobsTest {

    @Inject
    Exporting exporting;

    @Inject
    Halfway halfway;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
        exporting.round(); // nothing of a test is left for another to find
    }

    @Test
    void one_that_waits_is_written_in_the_background_and_tells_how_far_it_is() {
        String address = halfway.ordered(answered());
        Exporting.evaluator()
                .get(address)
                .then()
                .body("state", equalTo("waiting"))
                .body("totalRows", equalTo(2))
                .body("files", equalTo(List.of()));
        Exporting.evaluator()
                .get(address + "/files/data")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:export-not-ready"));

        exporting.round();

        Exporting.evaluator()
                .get(address)
                .then()
                .body("state", equalTo("ready"))
                .body("writtenRows", equalTo(2))
                .body("files.size()", equalTo(3));
        assertThat(Exporting.lines(Exporting.text(address, "data"))).hasSize(2);
    }

    @Test
    void what_a_crash_left_behind_is_begun_again_by_another_instance() {
        String address = halfway.ordered(answered());
        Attempt dead = halfway.begun(address);
        halfway.appends(dead, 0);
        exporting.round();
        assertThat(Exporting.state(address)).as("while it may be alive").isEqualTo("running");

        clock.set(Instant.now().plus(Duration.ofMinutes(2)));
        exporting.round();

        assertThat(Exporting.state(address)).isEqualTo("ready");
        assertThat(Exporting.lines(Exporting.text(address, "data"))).hasSize(2);
        assertThat(Database.count("export_part where export = ?::uuid and attempt = 1", id(address)))
                .as("what the dead one had written")
                .isZero();
        assertThat(catchThrowable(() -> halfway.appends(dead, 1)))
                .as("it was not dead after all")
                .hasRootCauseInstanceOf(Attempt.Lost.class);
        assertThat(catchThrowable(() -> halfway.writes(dead))).hasRootCauseInstanceOf(Attempt.Lost.class);
    }

    @Test
    void what_nobody_finishes_fails_and_says_so() {
        String address = halfway.ordered(answered());
        for (int crash = 1; crash <= 3; crash++) {
            halfway.appends(halfway.begun(address), 0);
            clock.set((crash == 1 ? Instant.now() : clock.instant()).plus(Duration.ofMinutes(2)));
            Database.update("update export_task set claim = null where export = ?::uuid", id(address));
        }

        exporting.round();

        Exporting.evaluator().get(address).then().body("state", equalTo("failed"));
        assertThat(Exporting.parts(address)).isZero();
        Exporting.evaluator().get(address + "/files/data").then().statusCode(410);
        assertThat(tasks(address)).isZero();
    }

    @Test
    void what_cannot_be_written_is_tried_again_and_written_once_it_can_be() {
        World.Asked asked = answered();
        String address = halfway.ordered(asked);
        String kept = Database.select("select answers::text from response where wave = ?::uuid limit 1", asked.wave())
                .get(0)
                .get(0)
                .toString();
        Database.update("update response set answers = '[]' where wave = ?::uuid", asked.wave());
        exporting.round();
        assertThat(Exporting.state(address)).isEqualTo("running");
        assertThat(Exporting.parts(address)).as("what was begun").isPositive();

        Database.update("update response set answers = ?::jsonb where wave = ?::uuid", kept, asked.wave());
        clock.set(Instant.now().plus(Duration.ofMinutes(2)));
        exporting.round();

        assertThat(Exporting.state(address)).isEqualTo("ready");
        assertThat(Exporting.lines(Exporting.text(address, "data"))).hasSize(2);
    }

    @Test
    void what_is_cancelled_is_not_written_on_and_nothing_of_it_is_left() {
        String address = halfway.ordered(answered());
        Attempt attempt = halfway.begun(address);
        halfway.appends(attempt, 0);

        Exporting.evaluator().delete(address).then().statusCode(204);

        assertThat(catchThrowable(() -> halfway.appends(attempt, 1))).hasRootCauseInstanceOf(Attempt.Lost.class);
        assertThat(Exporting.state(address)).isEqualTo("cancelled");
        assertThat(Exporting.parts(address)).isZero();
        Exporting.evaluator().delete(address).then().statusCode(204);
        exporting.round();
        assertThat(Exporting.state(address)).isEqualTo("cancelled");
        assertThat(tasks(address)).isZero();
    }

    @Test
    void when_its_time_is_over_it_is_handed_out_no_more_and_thrown_away() {
        World.Asked asked = answered();
        String address = Exporting.ready(asked, "csv", "consented");
        clock.set(Instant.now().plus(Duration.ofHours(23)));
        exporting.round();
        Exporting.evaluator().get(address + "/files/data").then().statusCode(200);

        clock.set(Instant.now().plus(Duration.ofHours(25)));

        Exporting.evaluator().get(address + "/files/data").then().statusCode(410);
        exporting.round();
        assertThat(Exporting.state(address)).isEqualTo("expired");
        assertThat(Exporting.parts(address)).isZero();
        assertThat(tasks(address)).isZero();
    }

    @Test
    void a_person_has_three_under_way_at_once() {
        World.Asked asked = answered();
        for (int number = 0; number < 3; number++) {
            halfway.ordered(asked);
        }

        Exporting.order(asked, Exporting.wanted("csv", "consented"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:exports-under-way"));
    }

    @Test
    void a_person_has_ten_that_take_room_until_some_are_deleted_or_expire() {
        World.Asked asked = answered();
        for (int number = 0; number < 8; number++) {
            Exporting.ready(asked, "csv", "consented");
        }
        halfway.ordered(asked);
        String ninth = Exporting.ready(asked, "sav", "consented");

        Exporting.order(asked, Exporting.wanted("csv", "consented"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:exports-kept"));
        assertThat(Exporting.state(ninth)).isEqualTo("ready");

        Exporting.evaluator().delete(ninth).then().statusCode(204);
        assertThat(Exporting.parts(ninth)).isZero();
        Exporting.ready(asked, "csv", "consented");
        Exporting.order(asked, Exporting.wanted("csv", "consented")).then().statusCode(409);

        clock.set(Instant.now().plus(Duration.ofHours(25)));
        Exporting.ready(asked, "csv", "consented");
    }

    @Test
    void two_instances_write_one_each_once() {
        World.Asked asked = answered();
        String first = halfway.ordered(asked);
        String second = halfway.ordered(asked);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(exporting::round), CompletableFuture.runAsync(exporting::round))
                .join();

        for (String address : List.of(first, second)) {
            assertThat(Exporting.lines(Exporting.text(address, "data"))).hasSize(2);
            assertThat(Database.select("select attempt from export where id = ?::uuid", id(address))
                            .get(0)
                            .get(0))
                    .isEqualTo(1);
        }
    }

    private World.Asked answered() {
        World.Asked asked = exporting.answered(2);
        exporting.over(asked);
        return asked;
    }

    private static long tasks(String address) {
        return Database.count("export_task where export = ?::uuid", id(address));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
