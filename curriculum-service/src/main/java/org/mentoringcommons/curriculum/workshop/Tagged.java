package org.mentoringcommons.curriculum.workshop;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Workshops answered with what names their state, and changes that insist on it. */
final class Tagged {

    private Tagged() {}

    static Response answer(Workshop workshop, WorkshopView shown) {
        return Response.ok(shown).tag(tag(workshop)).build();
    }

    /**
     * Of {@code If-Match}.
     *
     * @param ifMatch the header, or null if there is none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if it names another state than the workshop is in
     */
    static void requireAsRead(Workshop workshop, String ifMatch, Request request) {
        if (ifMatch != null && request.evaluatePreconditions(tag(workshop)) != null) {
            throw WorkshopProblem.changedSinceRead();
        }
    }

    /** Another one after each change, of the roster, attendance and coverage as well. */
    private static EntityTag tag(Workshop workshop) {
        return new EntityTag(Long.toString(workshop.version()));
    }
}
