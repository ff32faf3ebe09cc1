package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the answers to one item stand.
 *
 * @param item its key
 * @param column of an item that takes one cell; a choice of several has one with a {@code divider}, or {@code columns}
 * @param then of a pair: how it was before; either side may be missing
 * @param now of a pair: how it is now
 * @param options what cells say, to the option's code or the scale's point; cells that say the code, the label or the
 *     number itself need not be named
 * @param columns by option code: of a choice of several one that is ticked (1, yes, y, true, checked,
 *     selected, x, the option's code or label, or what {@code options} say) or not (empty, 0, no, n, false, unchecked, not
 *     selected), of a total its parts, of a ranking the places
 * @param divider what stands between several options in one cell
 * @param format how days are written, as {@code MM/dd/yyyy}; null is {@code yyyy-MM-dd}
 * @param other the words beside an option that takes such
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ImportItem")
record MappedItem(
        @NotNull @Size(max = 80) String item,
        @Size(min = 1, max = 500) String column,
        @Size(min = 1, max = 500) String then,
        @Size(min = 1, max = 500) String now,
        @Size(max = 500) Map<@NotNull String, @NotBlank String> options,
        @Size(max = 200) Map<@NotBlank String, @NotBlank @Size(max = 500) String> columns,
        @Size(min = 1, max = 5) String divider,
        @Size(min = 1, max = 40) String format,
        @Size(min = 1, max = 500) String other) {

    MappedItem {
        options = options == null ? Map.of() : options;
        columns = columns == null ? Map.of() : columns;
    }

    /** All columns it names. */
    List<String> all() {
        List<String> named = new ArrayList<>(columns.values());
        Stream.of(column, then, now, other).filter(Objects::nonNull).forEach(named::add);
        return named;
    }

    /** Whether the part is a side of a pair that is in no file. */
    boolean isUnmappedSide(String part) {
        return part.equals("then") && then == null && now != null || part.equals("now") && now == null && then != null;
    }

    /** What the file calls the place of which an answer's part is wrong; the item's key if it has none of its own. */
    String columnOf(String part) {
        String place =
                switch (part) {
                    case "then" -> then;
                    case "now" -> now;
                    case "other" -> other;
                    default -> columns.get(part);
                };
        return Stream.of(place, column, item)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
