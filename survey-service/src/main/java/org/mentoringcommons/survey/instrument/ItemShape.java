package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An item without its wording, as the {@code waves} fact tells it.
 *
 * @param points how many points its scale has, from 1; null where it has none
 * @param options the codes to choose from, to rank, or to share a total among; null where there are none
 * @param total what the parts of a constant sum add up to; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemShape(String key, String kind, Integer points, List<String> options, Integer total) {

    static ItemShape plain(String key, String kind) {
        return new ItemShape(key, kind, null, null, null);
    }

    static ItemShape rated(String key, String kind, int points) {
        return new ItemShape(key, kind, points, null, null);
    }

    static ItemShape among(String key, String kind, List<Option> options) {
        return new ItemShape(key, kind, null, Option.codes(options), null);
    }

    /** Whether answers to both mean the same: of the same kind, with the same points, options and total. */
    public boolean answeredLike(ItemShape other) {
        return kind.equals(other.kind)
                && Objects.equals(points, other.points)
                && Objects.equals(total, other.total)
                && Objects.equals(
                        options == null ? null : Set.copyOf(options),
                        other.options == null ? null : Set.copyOf(other.options));
    }
}
