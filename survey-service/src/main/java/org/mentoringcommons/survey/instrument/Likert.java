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
 * One rating, answered as its number.
 *
 * @param points how many points the scale has, from 1
 * @param midAnchor the wording of the middle, or null
 */
@Schema(
        description = "One rating, answered as its number, such as `4`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Likert.KIND))
public record Likert(
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

    public static final String KIND = "likert";

    @Override
    public ItemWording wording() {
        return ItemWording.rated(label, lowAnchor, midAnchor, highAnchor);
    }

    @Override
    public Likert worded(ItemWording words, String heading) {
        return new Likert(
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
        Rating.accept(key, given, points, kept, violations);
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.likert(this);
    }
}
