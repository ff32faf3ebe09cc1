package org.mentoringcommons.curriculum.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringcommons.curriculum.board.OpenBoard.BOARDS;
import static org.mentoringcommons.curriculum.board.OpenBoard.FACILITATOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

/** Pages that follow a board. In tests none looks by itself, so whatever arrives was told. */
@QuarkusTest
class LiveBoardTest {

    private static final long PATIENCE_SECONDS = 10;

    private final List<Page> pages = new ArrayList<>();
    private OpenBoard board;

    @BeforeEach
    void open() {
        board = OpenBoard.atLakeside();
        board.writes("First");
    }

    @AfterEach
    void close() {
        pages.forEach(Page::close);
    }

    @Test
    void a_page_is_sent_what_there_is_and_then_what_changes() {
        Page page = follow();
        JsonNode first = page.step();
        assertThat(first.get("all").asBoolean()).isTrue();
        assertThat(first.at("/notes/0/text").asText()).isEqualTo("First");

        board.writes("Second");
        JsonNode added = page.step();
        assertThat(added.get("all").asBoolean()).isFalse();
        assertThat(added.get("notes").findValuesAsText("text")).containsExactly("Second");

        board.moderates(Map.of("notes", List.of(first.at("/notes/0/id").asText()), "group", "Time", "hidden", true));
        JsonNode moderated = page.step();
        assertThat(moderated.get("notes").findValuesAsText("text")).containsExactly("First");
        assertThat(moderated.at("/notes/0/group").asText()).isEqualTo("Time");

        board.calls("close");
        assertThat(page.step().get("open").asBoolean()).isFalse();
    }

    @Test
    void what_changes_in_another_instance_is_heard() {
        Page page = follow();
        page.step();
        elsewhere("As the listening began"); // it may have been looked for then, and not heard
        page.step();

        elsewhere("Heard");

        assertThat(page.step().get("notes").findValuesAsText("text")).containsExactly("Heard");
    }

    /** Written by another connection than this instance's, which rings as another instance does. */
    private void elsewhere(String text) {
        Person.asOwner("insert into board_note (tenant, board, id, text) values ('" + Token.LAKESIDE.id() + "', '"
                + board.id() + "', gen_random_uuid(), '" + text + "'); notify board, '" + board.id() + "'");
    }

    @Test
    void a_page_whose_board_is_deleted_or_whose_link_is_renewed_follows_no_longer() {
        Page renewed = follow();
        renewed.step();
        board.calls("links").then().statusCode(200);
        assertThat(renewed.ended()).isTrue();

        board = OpenBoard.atLakeside();
        Page deleted = follow();
        deleted.step();
        FACILITATOR.call().delete(BOARDS + board.id()).then().statusCode(204);
        assertThat(deleted.ended()).isTrue();
    }

    @Test
    void pages_that_follow_take_no_turn_from_whoever_writes() {
        IntStream.range(0, 12).forEach(page -> follow().step());

        board.writes("Not kept waiting").then().statusCode(303);

        pages.forEach(page ->
                assertThat(page.step().get("notes").findValuesAsText("text")).containsExactly("Not kept waiting"));
    }

    private Page follow() {
        Page page = new Page(board.live());
        pages.add(page);
        return page;
    }

    /** Reads server-sent events. */
    private static final class Page implements AutoCloseable {
        private static final String END = "the end";
        private final BlockingQueue<String> steps = new LinkedBlockingQueue<>();
        private final Stream<String> lines;

        Page(String live) {
            try {
                HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + live))
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/event-stream");
                lines = answer.body();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
            CompletableFuture.runAsync(this::read, task -> new Thread(task, "page").start());
        }

        private void read() {
            try {
                lines.filter(line -> line.startsWith("data:")).forEach(line -> steps.add(line.substring(5)));
            } finally {
                steps.add(END);
            }
        }

        /** The next one in which something is new: now and then one comes that only says that the board is there. */
        JsonNode step() {
            try {
                JsonNode step;
                do {
                    String line = steps.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    assertThat(line).as("a step").isNotNull().isNotEqualTo(END);
                    step = new ObjectMapper().readTree(line);
                } while (!step.get("all").asBoolean()
                        && step.get("open").asBoolean()
                        && step.get("notes").isEmpty()
                        && step.get("gone").isEmpty());
                return step;
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }

        boolean ended() {
            try {
                String line = steps.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                while (line != null && !line.equals(END)) {
                    line = steps.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
                return END.equals(line);
            } catch (InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
