package org.mentoringcommons.curriculum.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * How long an answer may be kept. All are for the caller alone ({@code private}): what is served depends on who asks.
 */
public enum Kept {

    /** Under this address there will never be anything else. */
    FOR_GOOD("private, max-age=31536000, immutable"),
    /** It may change: to be asked for again, which costs next to nothing while it has not. */
    UNTIL_CHANGED("private, no-cache");

    private final String cacheControl;

    Kept(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    /**
     * 304 if the client has it already; what it is made of is not even read then.
     *
     * @param tag names the content, for this kind of reader
     */
    public Response answer(Request request, String tag, Supplier<Response.ResponseBuilder> whole) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(entityTag);
        Response.ResponseBuilder answer = unchanged == null ? whole.get() : unchanged;
        return answer.tag(entityTag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, "Authorization, Accept")
                .build();
    }
}
