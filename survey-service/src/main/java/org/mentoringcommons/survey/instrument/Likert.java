package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * One rating, answered as its number.
 *
 * @param points how many points the scale has, from 1
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
        @NotBlank @Size(max = Keys.LABEL) String highAnchor,
        @Size(max = Keys.LABEL) String section,
        boolean required)
        implements Item {

    public static final String KIND = "likert";

    @Override
    public ItemShape shape() {
        return new ItemShape(key, KIND, points, null);
    }

    @Override
    public Optional<JsonNode> accept(JsonNode given, Violations violations) {
        return Rating.isGood(given, points, violations)
                ? Optional.of(IntNode.valueOf(given.intValue()))
                : Optional.empty();
    }
}
