package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** One of several options, answered as its code. */
@Schema(
        description =
                "One of several options, answered as its code, such as `\"Yes\"`, or, where an option takes words,"
                        + " as `{\"chosen\": \"Other\", \"other\": \"words\"}`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Choice.KIND))
public record Choice(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 200) List<@NotNull @Valid Option> options,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "choice";

    @Override
    public ItemWording wording() {
        return ItemWording.among(label, options);
    }

    @Override
    public Choice worded(ItemWording words, String heading) {
        return new Choice(key, words.labelOr(label), words.optionsOr(options), heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.among(key, KIND, options);
    }

    @Override
    public void check(Violations here) {
        Option.check(options, false, true, here);
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        Chosen answer = Chosen.of(given, violations).orElse(null);
        if (answer == null) {
            return;
        }
        String code = null;
        if (!answer.nothingChosen()) {
            code = answer.codes().textValue();
            if (code == null || !Option.codes(options).contains(code)) {
                violations.add("is not one of the option codes");
                return;
            }
            kept.coded().put(key, code);
        }
        answer.keepWords(key, options, code == null ? List.of() : List.of(code), kept, violations);
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.choice(this);
    }
}
