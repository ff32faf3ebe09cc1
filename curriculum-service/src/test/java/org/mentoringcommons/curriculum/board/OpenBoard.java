package org.mentoringcommons.curriculum.board;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.tenancy.contract.Token;

/** A board of a session that is going on. */
public record OpenBoard(String id, String workshop, String write, String desk) {

    static final Api FACILITATOR = Api.facilitatorOf(Token.LAKESIDE);
    static final String BOARDS = "/curriculum/v1/boards/";

    public static OpenBoard atLakeside() {
        String workshop = FACILITATOR.planned(Api.workshop(
                Api.publishedCurriculum(), Api.session(Instant.now().minusSeconds(600), 60)));
        return of(opens(workshop, Map.of("prompt", "What do you need?"))
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    static Response opens(String workshop, Map<String, Object> wanted) {
        return FACILITATOR.post(Api.WORKSHOPS + "/" + workshop + "/sessions/1/boards", wanted);
    }

    static OpenBoard of(Response board) {
        return new OpenBoard(
                board.path("id"), board.path("workshop"), path(board.path("writeAt")), path(board.path("deskAt")));
    }

    Response writes(String text) {
        return writes(text, UUID.randomUUID().toString());
    }

    /** As a browser without a script does it. */
    Response writes(String text, String note) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text)
                .formParam("note", note)
                .post(write);
    }

    String live() {
        return desk.replace("/b/desk/", "/b/live/");
    }

    Response calls(String action) {
        return FACILITATOR.post(BOARDS + id + "/" + action, "");
    }

    Response notes() {
        return FACILITATOR.call().get(BOARDS + id + "/notes");
    }

    List<String> ids() {
        return notes().path("id");
    }

    Response moderates(Map<String, Object> how) {
        return FACILITATOR.post(BOARDS + id + "/moderation", how);
    }

    private static String path(String address) {
        return address.replace("https://curriculum.example", "");
    }
}
