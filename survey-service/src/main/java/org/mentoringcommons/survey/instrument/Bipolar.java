package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Where one stands between two opposite statements, answered as a number.
 *
 * @param points how many steps there are between them, from 1; 6 if not said
 * @param lowAnchor the statement at 1
 * @param highAnchor the statement at the last point
 */
@Schema(
        description = "Where one stands between two statements, answered as a number, such as `2`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Bipolar.KIND))
public record Bipolar(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @Min(Rating.MIN_POINTS) @Max(Rating.MAX_POINTS) Integer points,
        @NotBlank @Size(max = Keys.LABEL) String lowAnchor,
        @NotBlank @Size(max = Keys.LABEL) String highAnchor,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "bipolar";
    private static final int USUAL_POINTS = 6;

    public Bipolar {
        points = points == null ? Integer.valueOf(USUAL_POINTS) : points;
    }

    @Override
    public ItemWording wording() {
        return ItemWording.rated(label, lowAnchor, null, highAnchor);
    }

    @Override
    public Bipolar worded(ItemWording words, String heading) {
        return new Bipolar(
                key,
                words.labelOr(label),
                points,
                words.lowAnchorOr(lowAnchor),
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
        Rating.accept(key, given, points, kept, violations);
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.bipolar(this);
    }
}
