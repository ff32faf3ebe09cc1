package org.mentoringcommons.provisioning.paging;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A part of a list in the order of its keys.
 *
 * @param more whether something follows
 */
public record Page<T>(List<T> items, boolean more) {

    /** Makes a page of at most {@code limit} from a query that asked for one more, to see whether there is more. */
    public static <T> Page<T> of(List<T> oneMore, int limit) {
        boolean more = oneMore.size() > limit;
        return new Page<>(List.copyOf(more ? oneMore.subList(0, limit) : oneMore), more);
    }

    public <U> Page<U> map(Function<T, U> view) {
        return new Page<>(items.stream().map(view).toList(), more);
    }

    /** The answer, which links to the page after the last item's key. */
    public RestResponse<List<T>> answer(UriInfo request, Function<T, String> key) {
        return answer(request, key, items);
    }

    /** The same for an answer that holds more than the items. */
    public <B> RestResponse<B> answer(UriInfo request, Function<T, String> key, B body) {
        RestResponse.ResponseBuilder<B> answer = RestResponse.ResponseBuilder.ok(body);
        if (more) {
            String last = key.apply(items.get(items.size() - 1));
            answer.links(Link.fromUri(request.getRequestUriBuilder()
                            .replaceQueryParam("after", last)
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
