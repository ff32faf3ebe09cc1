package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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

/**
 * Options put in an order, the first one first.
 *
 * @param top how many of them are ranked; null is all
 */
@Schema(
        description = "Options put in an order, answered as their codes, the first one first; all of them, or the first"
                + " `top`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Ranking.KIND))
public record Ranking(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Option> options,
        @Min(1) Integer top,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "ranking";

    /** How many options are ranked. */
    public int places() {
        return top == null ? options.size() : top;
    }

    @Override
    public ItemWording wording() {
        return ItemWording.among(label, options);
    }

    @Override
    public Ranking worded(ItemWording words, String heading) {
        return new Ranking(key, words.labelOr(label), words.optionsOr(options), top, heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.among(key, KIND, options);
    }

    @Override
    public void check(Violations here) {
        Option.check(options, false, false, here);
        if (places() > options.size()) {
            here.of("top").add("is more than there are options");
        }
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        if (!given.isArray()) {
            violations.add("must be a list of option codes");
            return;
        }
        if (given.isEmpty()) {
            return;
        }
        int before = violations.count();
        List<String> codes = Option.codes(options);
        Set<String> ranked = new LinkedHashSet<>();
        for (int index = 0; index < given.size(); index++) {
            String code = given.get(index).textValue();
            if (code == null || !codes.contains(code)) {
                violations.of("[" + index + "]").add("is not one of the option codes");
            } else if (!ranked.add(code)) {
                violations.of("[" + index + "]").add("is chosen twice");
            }
        }
        if (violations.count() == before && ranked.size() != places()) {
            violations.add("must rank " + places() + " options");
        }
        if (violations.count() == before) {
            ArrayNode order = kept.coded().putArray(key);
            ranked.forEach(order::add);
        }
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.ranking(this);
    }
}
