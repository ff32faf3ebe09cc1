package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Any number of options, answered as the list of their codes; an empty list is as good as no answer. */
@Schema(
        description = "Any number of options, answered as their codes, such as `[\"Asian\", \"White\"]`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = MultiChoice.KIND))
public record MultiChoice(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 200) List<@NotNull @Valid Option> options,
        @Size(max = Keys.LABEL) String section,
        boolean required)
        implements Item {

    public static final String KIND = "multi_choice";

    @Override
    public ItemShape shape() {
        return new ItemShape(key, KIND, null, codes());
    }

    @Override
    public Optional<JsonNode> accept(JsonNode given, Violations violations) {
        if (!given.isArray()) {
            violations.add("must be a list of option codes");
            return Optional.empty();
        }
        List<String> codes = codes();
        Set<String> chosen = new HashSet<>();
        boolean good = true;
        for (int index = 0; index < given.size(); index++) {
            JsonNode code = given.get(index);
            String wrong = null;
            if (!code.isTextual() || !codes.contains(code.textValue())) {
                wrong = "is not one of the option codes";
            } else if (!chosen.add(code.textValue())) {
                wrong = "is chosen twice";
            }
            if (wrong != null) {
                violations.of("[" + index + "]").add(wrong);
                good = false;
            }
        }
        return good && !given.isEmpty() ? Optional.of(given) : Optional.empty();
    }

    private List<String> codes() {
        return options.stream().map(Option::code).toList();
    }
}
