package org.mentoringcommons.curriculum.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list in the order of its cursor, with a {@code Link} to the next one if there is more.
 *
 * @param items what is on the page
 * @param next the cursor of the last item, or null on the last page
 */
public record Page<T>(List<T> items, String next) {

    /**
     * @param found up to one item more than {@code limit}, whose presence tells that there is a next page
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    public Response answer(UriInfo request) {
        return body(request).build();
    }

    /** The items, and where the next page is. */
    public Response.ResponseBuilder body(UriInfo request) {
        Response.ResponseBuilder answer = Response.ok(items);
        if (next != null) {
            answer.link(
                    request.getRequestUriBuilder()
                            .replaceQueryParam("after", next)
                            .build(),
                    "next");
        }
        return answer;
    }
}
