package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** Any number of options, answered as the list of their codes; an empty list is as good as no answer. */
@Schema(
        description = "Any number of options, answered as their codes, such as `[\"Asian\", \"White\"]`, or, where an"
                + " option takes words, as `{\"chosen\": [\"Other\"], \"other\": \"words\"}`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = MultiChoice.KIND))
public record MultiChoice(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 200) List<@NotNull @Valid Option> options,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "multi_choice";

    @Override
    public ItemWording wording() {
        return ItemWording.among(label, options);
    }

    @Override
    public MultiChoice worded(ItemWording words, String heading) {
        return new MultiChoice(key, words.labelOr(label), words.optionsOr(options), heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.among(key, KIND, options);
    }

    @Override
    public void check(Violations here) {
        Option.check(options, true, true, here);
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        Chosen answer = Chosen.of(given, violations).orElse(null);
        if (answer == null) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>();
        if (!answer.nothingChosen()) {
            int before = violations.count();
            read(answer.codes(), chosen, violations);
            if (chosen.size() > 1
                    && options.stream().anyMatch(option -> option.exclusive() && chosen.contains(option.code()))) {
                violations.add("has an option that is chosen alone or not at all");
            }
            if (violations.count() > before) {
                return;
            }
            ArrayNode codes = kept.coded().putArray(key);
            chosen.forEach(codes::add);
        }
        answer.keepWords(key, options, chosen, kept, violations);
    }

    private void read(JsonNode given, Set<String> chosen, Violations violations) {
        if (!given.isArray()) {
            violations.add("must be a list of option codes");
            return;
        }
        List<String> codes = Option.codes(options);
        for (int index = 0; index < given.size(); index++) {
            String code = given.get(index).textValue();
            if (code == null || !codes.contains(code)) {
                violations.of("[" + index + "]").add("is not one of the option codes");
            } else if (!chosen.add(code)) {
                violations.of("[" + index + "]").add("is chosen twice");
            }
        }
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.multiChoice(this);
    }
}
