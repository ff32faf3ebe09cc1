package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Items that make one score.
 *
 * @param items keys of items rated alike: all then_now, all likert or all bipolar, of equally many points
 * @param scoring {@code mean} of the items, in points, or their {@code sum}; mean if not said
 * @param missing what becomes of a score when items are missing: {@code complete}, there is none unless all are answered;
 *     {@code half}, at least half of them; {@code at_least}, at least {@code minimum} of them
 * @param minimum with {@code at_least}: how many
 * @param reverse keys of those of the items that say the opposite: point 1 counts as the highest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scale(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotEmpty @Size(max = 200) List<@NotNull String> items,
        @Pattern(regexp = "mean|sum", message = "must be mean or sum") @Schema(examples = "mean") String scoring,
        @NotNull
                @Pattern(regexp = "complete|half|at_least", message = "must be complete, half or at_least")
                @Schema(examples = "complete")
                String missing,
        @Min(1) Integer minimum,
        @Size(max = 200) List<@NotNull String> reverse) {

    static final String MEAN = "mean";
    private static final String AT_LEAST = "at_least";

    public Scale {
        scoring = scoring == null ? MEAN : scoring;
        reverse = reverse == null ? List.of() : reverse;
    }

    /** Tells what is wrong with it, given the items there are. */
    void check(Map<String, Item> asked, Violations here) {
        Set<String> seen = new HashSet<>();
        Set<String> forms = new HashSet<>();
        for (int index = 0; index < items.size(); index++) {
            Item item = asked.get(items.get(index));
            if (!seen.add(items.get(index))) {
                here.of("items", index).add("is in the scale twice");
            } else if (item instanceof ThenNow || item instanceof Likert || item instanceof Bipolar) {
                forms.add(item.shape().kind() + item.shape().points());
            } else {
                here.of("items", index).add("is not the key of an item rated on points");
            }
        }
        if (forms.size() > 1) {
            here.of("items").add("are of different kinds or have different numbers of points");
        }
        for (int index = 0; index < reverse.size(); index++) {
            if (!seen.contains(reverse.get(index))) {
                here.of("reverse", index).add("is not an item of the scale");
            }
        }
        if (new HashSet<>(reverse).size() < reverse.size()) {
            here.of("reverse").add("has an item twice");
        }
        if (missing.equals(AT_LEAST) != (minimum != null)) {
            here.of("minimum").add("goes with at_least, and at_least with it");
        } else if (minimum != null && minimum > items.size()) {
            here.of("minimum").add("is more than the scale has items");
        }
    }
}
