package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Iterator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A pair of ratings given in one sitting: how it was before, and how it is now. Answered
 * {@code {"then": 3, "now": 5}}; a final answer holds both halves or neither.
 *
 * @param points how many points the scale has, from 1
 * @param lowAnchor the wording of point 1
 * @param midAnchor the wording of the middle, or null
 * @param highAnchor the wording of the highest point
 */
@Schema(
        description = "A pair of ratings, before and now, answered as `{\"then\": 3, \"now\": 5}`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = ThenNow.KIND))
public record ThenNow(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @Min(Rating.MIN_POINTS) @Max(Rating.MAX_POINTS) int points,
        @NotBlank @Size(max = Keys.LABEL) String lowAnchor,
        @Size(max = Keys.LABEL) String midAnchor,
        @NotBlank @Size(max = Keys.LABEL) String highAnchor,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "then_now";
    private static final String THEN = "then";
    private static final String NOW = "now";

    @Override
    public ItemWording wording() {
        return ItemWording.rated(label, lowAnchor, midAnchor, highAnchor);
    }

    @Override
    public ThenNow worded(ItemWording words, String heading) {
        return new ThenNow(
                key,
                words.labelOr(label),
                points,
                words.lowAnchorOr(lowAnchor),
                words.midAnchorOr(midAnchor),
                words.highAnchorOr(highAnchor),
                heading,
                when,
                required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.rated(key, KIND, points);
    }

    @Override
    public void check(Violations here) {}

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        if (!given.isObject()) {
            violations.add("must be an object with then and now");
            return;
        }
        boolean onlyHalves = hasOnlyHalves(given, violations);
        boolean thenMissing = Rating.isMissing(given.get(THEN));
        boolean nowMissing = Rating.isMissing(given.get(NOW));
        if (thenMissing && nowMissing) {
            return;
        }
        boolean good = half(given, THEN, thenMissing, violations) & half(given, NOW, nowMissing, violations);
        if (good && onlyHalves) {
            kept.coded().set(key, pair(given));
        }
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.thenNow(this);
    }

    private boolean half(JsonNode given, String half, boolean missing, Violations violations) {
        if (missing) {
            violations.of(half).add("the other half of the pair is answered, this one is not");
            return false;
        }
        return Rating.isGood(given.get(half), points, violations.of(half));
    }

    private static ObjectNode pair(JsonNode given) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(THEN, given.get(THEN).intValue())
                .put(NOW, given.get(NOW).intValue());
    }

    private static boolean hasOnlyHalves(JsonNode given, Violations violations) {
        boolean only = true;
        for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals(THEN) && !name.equals(NOW)) {
                violations.of(name).add("is neither then nor now");
                only = false;
            }
        }
        return only;
    }
}
