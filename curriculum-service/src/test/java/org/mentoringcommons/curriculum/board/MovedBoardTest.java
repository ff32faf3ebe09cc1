package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.board.OpenBoard.BOARDS;
import static org.mentoringcommons.curriculum.board.OpenBoard.FACILITATOR;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.OwnerQuery;
import org.mentoringcommons.curriculum.Person;

/** Boards of sessions that end sooner than they were to when the board was opened, or not at all. */
@QuarkusTest
class MovedBoardTest {

    private static final Duration KEPT = Duration.ofDays(180);
    /** Notes that were under way have arrived. */
    private static final Duration SHORTLY = Running.MARGIN.plusSeconds(30);

    @Inject
    BoardRounds rounds;

    private OpenBoard board;
    private List<String> written;

    @BeforeEach
    void aSessionForWeeksOnWhoseBoardSomethingWasWritten() {
        board = OpenBoard.atLakeside();
        lasts(Instant.now().minusSeconds(600), 1440);
        Person.asOwner("update board_task set due_at = now() + interval '20 days' where board = '" + board.id() + "'");
        written = Stream.generate(() -> UUID.randomUUID().toString()).limit(20).toList();
    }

    @Test
    void notes_of_a_session_that_was_moved_earlier_are_mingled_when_it_is_over_and_erased_in_time() {
        writtenByAll();
        // as if the board had been opened for a session far ahead, and nobody wrote since
        Person.asOwner("update board_task set due_at = now() + interval '20 days' where board = '" + board.id() + "'");

        Instant over = Instant.now().minusSeconds(3600);
        lasts(over.minusSeconds(3600), 60);
        rounds.round(Instant.now().plus(SHORTLY));

        assertThat(mingled()).isTrue();
        assertThat(kept("ctid")).containsExactlyInAnyOrderElementsOf(written).isNotEqualTo(written);
        rounds.round(over.plus(KEPT).minusSeconds(60));
        assertThat(kept("id")).hasSize(20);
        rounds.round(over.plus(KEPT).plusSeconds(60));
        assertThat(kept("id")).isEmpty();
    }

    @Test
    void notes_of_a_session_moved_earlier_after_they_were_mingled_are_erased_sooner_too() {
        writtenByAll();
        lasts(Instant.now().minusSeconds(7200), 60);
        rounds.round(Instant.now().plus(SHORTLY));
        assertThat(mingled()).isTrue();

        Instant over = Instant.now().minus(KEPT);
        lasts(over.minusSeconds(3600), 60);
        rounds.round(Instant.now().plus(SHORTLY));

        assertThat(kept("id")).isEmpty();
    }

    @Test
    void notes_of_a_cancelled_workshop_are_mingled_soon_and_kept_as_long_as_others() {
        writtenByAll();

        FACILITATOR
                .post(WORKSHOPS + "/" + board.workshop() + "/cancel", "")
                .then()
                .statusCode(200);
        rounds.round(Instant.now());
        assertThat(mingled()).as("while notes may be under way").isFalse();
        rounds.round(Instant.now().plus(SHORTLY));

        assertThat(mingled()).isTrue();
        assertThat(kept("ctid")).isNotEqualTo(written);
        rounds.round(Instant.now().plus(KEPT).minusSeconds(60));
        assertThat(kept("id")).hasSize(20);
        rounds.round(Instant.now().plus(KEPT).plus(SHORTLY).plusSeconds(60));
        assertThat(kept("id")).isEmpty();
    }

    @Test
    void notes_mingled_before_the_workshop_was_cancelled_are_not_erased_by_that() {
        writtenByAll();
        lasts(Instant.now().minusSeconds(7200), 60);
        rounds.round(Instant.now().plus(SHORTLY));

        FACILITATOR
                .post(WORKSHOPS + "/" + board.workshop() + "/cancel", "")
                .then()
                .statusCode(200);
        rounds.round(Instant.now().plus(SHORTLY));

        assertThat(kept("id")).hasSize(20);
    }

    @Test
    void whoever_writes_sees_to_it_that_the_board_is_looked_at_when_the_session_ends() {
        board.writes("Something");

        assertThat(OwnerQuery.column("select due_at < now() + interval '25 hours' from board_task where board = '"
                        + board.id() + "'"))
                .containsExactly("t");
    }

    @Test
    void a_session_that_goes_on_longer_keeps_its_board_open_as_before() {
        writtenByAll();
        lasts(Instant.now().minusSeconds(600), 20);
        lasts(Instant.now().minusSeconds(600), 1440);

        rounds.round(Instant.now().plusSeconds(3600));

        assertThat(mingled()).isFalse();
        FACILITATOR.call().get(BOARDS + board.id()).then().statusCode(200);
    }

    private void writtenByAll() {
        written.forEach(board::writes);
    }

    private void lasts(Instant start, int minutes) {
        Map<String, Object> plan = new HashMap<>(Api.workshop("", Api.session(start, minutes)));
        plan.put(
                "curriculum",
                FACILITATOR.call().get(WORKSHOPS + "/" + board.workshop()).path("curriculum"));
        FACILITATOR.put(WORKSHOPS + "/" + board.workshop(), plan).then().statusCode(200);
    }

    private boolean mingled() {
        return OwnerQuery.column("select mingled from board where id = '" + board.id() + "'")
                .equals(List.of("t"));
    }

    private List<String> kept(String order) {
        return OwnerQuery.column("select text from board_note where board = '" + board.id() + "' order by " + order);
    }
}
