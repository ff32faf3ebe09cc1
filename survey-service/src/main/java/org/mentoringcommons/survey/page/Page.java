package org.mentoringcommons.survey.page;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** One page of a list; it names the next one by a {@code Link} header of relation {@code next}. */
public final class Page {

    public static final String DEFAULT_LIMIT = "100";
    public static final int MAX_LIMIT = 500;

    private Page() {}

    /**
     * Answers with up to {@code limit} of the things found.
     *
     * @param found what was read; one more than {@code limit} tells that there is a next page
     * @param cursor what the next request's {@code after} says, given the last thing of this page
     */
    public static <T> Response of(List<T> found, int limit, Function<T, String> cursor, UriInfo request) {
        if (found.size() <= limit) {
            return Response.ok(found).build();
        }
        List<T> shown = found.subList(0, limit);
        Link next = Link.fromUri(request.getRequestUriBuilder()
                        .replaceQueryParam("after", "{after}")
                        .build(cursor.apply(shown.get(limit - 1))))
                .rel("next")
                .build();
        return Response.ok(List.copyOf(shown)).links(next).build();
    }
}
