package org.mentoringcommons.curriculum.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.mentoringcommons.curriculum.Api.WORKSHOPS;
import static org.mentoringcommons.curriculum.board.OpenBoard.BOARDS;
import static org.mentoringcommons.curriculum.board.OpenBoard.FACILITATOR;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class BoardTest {

    private OpenBoard board;

    @BeforeEach
    void open() {
        board = OpenBoard.atLakeside();
    }

    @Test
    void whoever_has_the_link_writes_without_a_script_and_the_facilitator_reads_it() {
        given().get(board.write())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", not(containsString("script-src")))
                .body(containsString("What do you need?"), not(containsString("<script")));

        board.writes("Time to think & <b>space</b>")
                .then()
                .statusCode(303)
                .header("Location", containsString(board.write() + "?sent=yes"));

        given().get(board.write() + "?sent=yes")
                .then()
                .body(containsString("Your note is on the board"), not(containsString("Time to think")));
        board.notes()
                .then()
                .body("text", contains("Time to think & <b>space</b>"))
                .body("hidden", contains(false));
        given().get(board.desk())
                .then()
                .statusCode(200)
                .body(containsString("Time to think &amp; &lt;b&gt;space"), containsString("data:image/png"));
        FACILITATOR
                .call()
                .get(BOARDS + board.id())
                .then()
                .body("open", equalTo(true))
                .body("notes", equalTo(1));
    }

    @Test
    void the_same_form_sent_twice_is_one_note() {
        String note = UUID.randomUUID().toString();

        board.writes("Patience", note).then().statusCode(303);
        board.writes("Patience", note).then().statusCode(303);

        board.notes().then().body("text", contains("Patience"));
    }

    @Test
    void what_is_no_note_is_refused_on_the_page_and_not_lost() {
        board.writes(" \n ").then().statusCode(400).body(containsString("must not be blank"));
        board.writes("x".repeat(501))
                .then()
                .statusCode(400)
                .body(containsString("it has 501"), containsString("x".repeat(501)));
        board.writes("\uD83C\uDF31".repeat(500)).then().statusCode(303);
        board.writes("a\u0000b\u0007c").then().statusCode(303);

        assertThat(board.notes().<List<String>>path("text"))
                .containsExactlyInAnyOrder("\uD83C\uDF31".repeat(500), "a b c");
    }

    @Test
    void a_note_s_id_holds_no_time_whatever_the_form_brings_along() {
        board.writes("from a form of one's own", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
                .then()
                .statusCode(303);

        assertThat(board.ids())
                .singleElement()
                .matches(id -> UUID.fromString(id).version() == 4);
    }

    @Test
    void it_closes_with_its_session_or_by_hand_and_says_so() {
        board.calls("close").then().statusCode(200).body("open", equalTo(false));
        board.writes("Too late").then().statusCode(409).body(containsString("closed"), containsString("Too late"));
        board.calls("reopen").then().statusCode(200).body("open", equalTo(true));

        Map<String, Object> earlier =
                new HashMap<>(Api.workshop("", Api.session(Instant.now().minusSeconds(6000), 60)));
        earlier.put(
                "curriculum",
                FACILITATOR.call().get(WORKSHOPS + "/" + board.workshop()).path("curriculum"));
        FACILITATOR.put(WORKSHOPS + "/" + board.workshop(), earlier).then().statusCode(200);

        board.writes("Too late").then().statusCode(409);
        given().get(board.write()).then().statusCode(200).body(containsString("This board is closed"));
        board.calls("reopen").then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:board-over"));
        OpenBoard.opens(board.workshop(), Map.of("prompt", "Another?")).then().statusCode(409);
    }

    @Test
    void a_board_of_a_cancelled_workshop_takes_nothing() {
        FACILITATOR
                .post(WORKSHOPS + "/" + board.workshop() + "/cancel", "")
                .then()
                .statusCode(200);

        board.writes("Too late").then().statusCode(409);
        OpenBoard.opens(board.workshop(), Map.of("prompt", "Another?")).then().statusCode(409);
    }

    @Test
    void notes_are_hidden_and_grouped_from_the_api_and_from_the_page() {
        board.writes("One");
        board.writes("Two");
        List<String> ids = board.ids();

        board.moderates(Map.of("notes", ids.subList(0, 1), "group", " Time ", "hidden", true))
                .then()
                .statusCode(204);
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("do", "group")
                .formParam("group", "Space")
                .formParam("note", ids.get(1))
                .post(board.desk())
                .then()
                .statusCode(303);

        board.notes().then().body("group", contains("Space", "Time")).body("hidden", contains(false, true));
        board.moderates(Map.of("notes", List.of(UUID.randomUUID().toString()), "hidden", true))
                .then()
                .statusCode(204);
        board.moderates(Map.of("notes", List.of(), "hidden", true))
                .then()
                .statusCode(400)
                .body("violations.field", contains("notes"));
        board.moderates(Map.of("notes", ids, "group", "x".repeat(81))).then().statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("do", "explode")
                .post(board.desk())
                .then()
                .statusCode(400);
    }

    @Test
    void its_table_starts_no_formula_in_a_spreadsheet() {
        board.writes("=cmd|' /C calc'!A0");
        board.writes("plain, with a comma");
        board.moderates(Map.of("notes", board.ids(), "group", "+1"));

        for (String table : List.of(
                given().get(board.desk() + "/notes.csv").asString(),
                FACILITATOR
                        .call()
                        .accept("text/csv")
                        .get(BOARDS + board.id() + "/notes")
                        .asString())) {
            assertThat(table.split("\r\n"))
                    .containsExactlyInAnyOrder(
                            "group,note,hidden", "'+1,'=cmd|' /C calc'!A0,false", "'+1,\"plain, with a comma\",false");
        }
    }

    @Test
    void prompts_are_those_of_the_part_or_one_s_own_and_never_none() {
        String key = "package-" + UUID.randomUUID();
        Map<String, String> files = Packages.files(key, "1.0.0");
        files.put(
                "modules/communication/plan.md",
                "---\nkind: prompt_board\ntitle: Needs\nprompts:\n  - What do you need?\n  - And what not?\n---\n");
        Packages.published(files, key, "1.0.0");
        Map<String, Object> plan = new HashMap<>(Api.workshop(key, Api.session(Instant.now(), 60)));
        plan.put("version", "1.0.0");
        String workshop = FACILITATOR.planned(plan);

        OpenBoard.opens(workshop, Map.of("module", "communication", "part", "plan"))
                .then()
                .statusCode(201)
                .body("prompt", equalTo("What do you need?\nAnd what not?"));

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("module", "communication", "part", "case"),
                Map.of("module", "communication"),
                Map.of("module", "nothing", "part", "plan"),
                Map.of("prompt", " "),
                Map.of(),
                Map.of("prompt", "Both?", "module", "communication", "part", "plan"))) {
            OpenBoard.opens(workshop, wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:mentoring-commons:problem:board-without-prompt"));
        }
        FACILITATOR
                .post(WORKSHOPS + "/" + workshop + "/sessions/2/boards", Map.of("prompt", "?"))
                .then()
                .statusCode(404);
        FACILITATOR
                .call()
                .get(WORKSHOPS + "/" + workshop + "/sessions/1/boards")
                .then()
                .body("", hasSize(1));
    }

    @Test
    void renewed_links_lead_on_and_old_ones_and_those_of_another_purpose_nowhere() {
        given().get(board.desk().replace("/b/desk/", "/b/")).then().statusCode(404);
        given().get(board.write().replace("/b/", "/b/desk/")).then().statusCode(404);

        OpenBoard renewed = OpenBoard.of(board.calls("links"));

        given().get(board.write()).then().statusCode(404);
        given().get(board.desk()).then().statusCode(404);
        given().get(board.live()).then().statusCode(404);
        given().get(renewed.write()).then().statusCode(200);
        given().get(renewed.desk()).then().statusCode(200);
    }

    @Test
    void a_neighbour_finds_none_of_it_and_what_is_deleted_is_gone() {
        board.writes("Ours");
        Api neighbour = Api.facilitatorOf(Token.HILLTOP);
        for (String what : List.of("", "/notes")) {
            neighbour.call().get(BOARDS + board.id() + what).then().statusCode(404);
        }
        neighbour.post(BOARDS + board.id() + "/links", "").then().statusCode(404);
        neighbour.call().delete(BOARDS + board.id()).then().statusCode(404);
        String count = "select count(*) from board_note where board = '" + board.id() + "'";
        assertThat(Person.counts(Token.HILLTOP.id(), "", count)).isZero();
        assertThat(Person.counts(Token.LAKESIDE.id(), "", count)).isEqualTo(1);

        FACILITATOR.call().delete(BOARDS + board.id()).then().statusCode(204);

        assertThat(Person.counts(Token.LAKESIDE.id(), "", count)).isZero();
        given().get(board.write()).then().statusCode(404);
    }
}
