package org.mentoringcommons.curriculum.board;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.mentoringcommons.tenancy.Refusal;

/** Why there is no board, or none of this note on it. */
final class BoardProblem {

    private BoardProblem() {}

    static HttpProblem noSuchBoard() {
        return Refusal.notFound("board").problem();
    }

    static HttpProblem closed() {
        return Refusal.conflict("board-closed", "This board is closed")
                .detail("It takes notes while its session lasts.")
                .problem();
    }

    static HttpProblem over() {
        return Refusal.conflict("board-over", "The session of this board is over")
                .detail("A session that took longer can be corrected on its workshop.")
                .problem();
    }

    static HttpProblem full() {
        return Refusal.conflict("board-full", "This board is full")
                .detail("It has " + Notes.AT_MOST + " notes.")
                .problem();
    }

    static HttpProblem tooMany(int most) {
        return Refusal.conflict("too-many-boards", "The workshop has " + most + " boards; delete some first")
                .problem();
    }

    static HttpProblem tooFast(long seconds) {
        return Refusal.of("rate-limited", Response.Status.TOO_MANY_REQUESTS, "Many notes arrive at this board just now")
                .detail("Try again in " + seconds + (seconds == 1 ? " second." : " seconds."))
                .with("retryAfter", seconds)
                .problem();
    }

    static HttpProblem tooManyFollow() {
        return Refusal.of("too-many-follow", Response.Status.TOO_MANY_REQUESTS, "Too many pages follow boards just now")
                .problem();
    }

    static HttpProblem unfit(String field, String message) {
        return Refusal.badRequest("note-unfit", "This is no note")
                .violation(field, message)
                .problem();
    }

    static HttpProblem noPrompt(String field, String message) {
        return Refusal.badRequest("board-without-prompt", "A board asks something")
                .violation(field, message)
                .problem();
    }
}
