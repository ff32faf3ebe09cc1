package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** One of several options, answered as its code. */
@Schema(
        description = "One of several options, answered as its code, such as `\"Yes\"`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Choice.KIND))
public record Choice(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 200) List<@NotNull @Valid Option> options,
        @Size(max = Keys.LABEL) String section,
        boolean required)
        implements Item {

    public static final String KIND = "choice";

    @Override
    public ItemShape shape() {
        return new ItemShape(key, KIND, null, codes());
    }

    @Override
    public Optional<JsonNode> accept(JsonNode given, Violations violations) {
        if (given.isTextual() && given.textValue().isEmpty()) {
            return Optional.empty();
        }
        if (!given.isTextual() || !codes().contains(given.textValue())) {
            violations.add("is not one of the option codes");
            return Optional.empty();
        }
        return Optional.of(given);
    }

    private List<String> codes() {
        return options.stream().map(Option::code).toList();
    }
}
