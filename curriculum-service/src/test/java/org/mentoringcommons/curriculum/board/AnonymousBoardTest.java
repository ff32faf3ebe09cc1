package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.board.OpenBoard.BOARDS;
import static org.mentoringcommons.curriculum.board.OpenBoard.FACILITATOR;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Facts;
import org.mentoringcommons.curriculum.OwnerQuery;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

/** What is left of a note: what it says. */
@QuarkusTest
class AnonymousBoardTest {

    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(180);

    @Inject
    BoardRounds rounds;

    private OpenBoard board;

    @BeforeEach
    void open() {
        board = OpenBoard.atLakeside();
    }

    @Test
    void the_tables_owner_finds_no_person_no_time_and_no_number_beside_it() {
        board.writes("Something");

        assertThat(
                        OwnerQuery.column(
                                "select column_name || ' ' || udt_name from information_schema.columns where table_name = 'board_note'"))
                .containsExactlyInAnyOrder(
                        "tenant text", "board uuid", "id uuid", "text text", "hidden bool", "topic text");
        assertThat(Facts.about(board.id())).isEmpty();
        assertThat(Person.deeds(Token.LAKESIDE, board.id()))
                .extracting(deed -> deed.get("action"))
                .containsExactly("board.opened");
    }

    @Test
    void once_the_session_is_over_not_even_the_places_on_the_disk_tell_in_which_order_they_came() {
        List<String> written =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(40).toList();
        written.forEach(board::writes);
        rounds.round(Instant.now());
        assertThat(kept("text", "xmin::text::bigint")).as("while it lasts").isEqualTo(written);

        rounds.round(Instant.now().plus(SESSION));

        assertThat(kept("text", "ctid"))
                .containsExactlyInAnyOrderElementsOf(written)
                .isNotEqualTo(written);
        assertThat(kept("distinct xmin::text", "1")).as("transactions").hasSize(1);
    }

    @Test
    void they_are_erased_when_they_have_been_kept_long_enough_and_not_before() {
        board.writes("Something");
        rounds.round(Instant.now().plus(SESSION));

        rounds.round(Instant.now().plus(KEPT).minus(SESSION));
        assertThat(kept("text", "id")).hasSize(1);
        rounds.round(Instant.now().plus(KEPT).plus(SESSION));

        assertThat(kept("text", "id")).isEmpty();
        FACILITATOR.call().get(BOARDS + board.id()).then().statusCode(404);
    }

    @Test
    void several_instances_erase_one_board_at_once_and_none_fails() {
        board.writes("Something");
        rounds.round(Instant.now().plus(SESSION));

        IntStream.range(0, 4)
                .mapToObj(instance -> CompletableFuture.runAsync(
                        () -> rounds.round(Instant.now().plus(KEPT).plus(SESSION))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(kept("text", "id")).isEmpty();
    }

    @Test
    void ten_thousand_notes_are_shown_and_exported_and_one_more_is_refused() {
        Person.asOwner("insert into board_note (tenant, board, id, text) select '" + Token.LAKESIDE.id() + "', '"
                + board.id() + "', gen_random_uuid(), 'Note ' || n from generate_series(1, 10000) n");

        assertThat(board.ids()).hasSize(10_000).isSorted();
        assertThat(io.restassured.RestAssured.get(board.desk()).asString())
                .contains("Note 10000", "10000</span> notes");
        board.writes("One more").then().statusCode(409);
        assertThat(kept("text", "id")).hasSize(10_000);
    }

    private List<String> kept(String what, String order) {
        return OwnerQuery.column(
                "select " + what + " from board_note where board = '" + board.id() + "' order by " + order);
    }
}
