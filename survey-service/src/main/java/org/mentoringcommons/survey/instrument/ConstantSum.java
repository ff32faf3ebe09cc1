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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A total shared out among parts, in whole numbers; a part left out is 0.
 *
 * @param options the parts
 * @param total what they add up to
 */
@Schema(
        description =
                "A total shared out among parts, answered as `{\"Research\": 60, \"Teaching\": 40}`; a part left out"
                        + " is 0",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = ConstantSum.KIND))
public record ConstantSum(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Option> options,
        @Min(1) @Max(1_000_000) int total,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "constant_sum";

    @Override
    public ItemWording wording() {
        return ItemWording.among(label, options);
    }

    @Override
    public ConstantSum worded(ItemWording words, String heading) {
        return new ConstantSum(key, words.labelOr(label), words.optionsOr(options), total, heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return new ItemShape(key, KIND, null, Option.codes(options), total);
    }

    @Override
    public void check(Violations here) {
        Option.check(options, false, false, here);
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        if (!given.isObject()) {
            violations.add("must be an object of whole numbers by part");
            return;
        }
        int before = violations.count();
        for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Option.codes(options).contains(name)) {
                violations.of(name).add("is not one of the parts");
            }
        }
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        boolean any = false;
        long sum = 0;
        for (Option option : options) {
            JsonNode part = given.get(option.code());
            boolean missing = Rating.isMissing(part);
            if (!missing && !(part.isIntegralNumber() && part.canConvertToInt() && part.intValue() >= 0)) {
                violations.of(option.code()).add("must be a whole number of 0–" + total);
                continue;
            }
            any |= !missing;
            parts.put(option.code(), missing ? 0 : part.intValue());
            sum += missing ? 0 : part.intValue();
        }
        if (any && sum != total && violations.count() == before) {
            violations.add("adds up to " + sum + " instead of " + total);
        }
        if (any && violations.count() == before) {
            kept.coded().set(key, parts);
        }
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.constantSum(this);
    }
}
