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
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "text";

    @Override
    public ItemWording wording() {
        return ItemWording.of(label);
    }

    @Override
    public Text worded(ItemWording words, String heading) {
        return new Text(key, words.labelOr(label), maxLength, heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.plain(key, KIND);
    }

    @Override
    public void check(Violations here) {}

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        FreeWords.accept(key, given, maxLength, kept, violations);
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.text(this);
    }
}
