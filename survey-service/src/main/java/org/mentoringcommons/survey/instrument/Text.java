package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
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
 * Free words. They stay in this service; others see the codes given to them.
 *
 * @param maxLength the most characters (Unicode code points)
 */
@Schema(
        description = "Free words, answered as a string; a blank one is as good as no answer",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Text.KIND))
public record Text(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @Min(1) @Max(10_000) int maxLength,
        @Size(max = Keys.LABEL) String section,
        boolean required)
        implements Item {

    public static final String KIND = "text";

    @Override
    public ItemShape shape() {
        return new ItemShape(key, KIND, null, null);
    }

    @Override
    public Optional<JsonNode> accept(JsonNode given, Violations violations) {
        if (!given.isTextual()) {
            violations.add("must be a text");
            return Optional.empty();
        }
        String words = given.textValue();
        if (words.codePointCount(0, words.length()) > maxLength) {
            violations.add("longer than " + maxLength + " characters");
            return Optional.empty();
        }
        if (words.codePoints().anyMatch(Text::cannotBeKept)) {
            violations.add("holds a character that is no text");
            return Optional.empty();
        }
        return words.isBlank() ? Optional.empty() : Optional.of(given);
    }

    /** Control characters, which no keyboard sends, and halves of surrogate pairs, which PostgreSQL refuses. */
    private static boolean cannotBeKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }
}
