package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A number within bounds.
 *
 * @param min the least, and with it {@code max} the most that is taken
 * @param decimals how many digits may follow the decimal point
 */
@Schema(
        description = "A number within bounds, answered as a number, such as `2.5`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Quantity.KIND))
public record Quantity(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        @NotNull @Digits(integer = 12, fraction = 6) BigDecimal min,
        @NotNull @Digits(integer = 12, fraction = 6) BigDecimal max,
        @Min(0) @Max(6) int decimals,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "number";

    @Override
    public ItemWording wording() {
        return ItemWording.of(label);
    }

    @Override
    public Quantity worded(ItemWording words, String heading) {
        return new Quantity(key, words.labelOr(label), min, max, decimals, heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.plain(key, KIND);
    }

    @Override
    public void check(Violations here) {
        if (max.compareTo(min) < 0) {
            here.of("max").add("is below min");
        }
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        if (!given.isNumber()) {
            if (!given.isTextual() || !given.textValue().isEmpty()) {
                violations.add("must be a number of " + bounds());
            }
            return;
        }
        boolean finite = !given.isFloatingPointNumber() || given.isBigDecimal() || Double.isFinite(given.doubleValue());
        if (!finite
                || given.decimalValue().compareTo(min) < 0
                || given.decimalValue().compareTo(max) > 0) {
            violations.add("outside " + bounds());
            return;
        }
        BigDecimal number = given.decimalValue().stripTrailingZeros();
        if (number.scale() > decimals) {
            violations.add(decimals == 0 ? "must be a whole number" : "has more than " + decimals + " decimals");
            return;
        }
        kept.coded().set(key, DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number));
    }

    /** A number in these words that may be all that either may. */
    public Quantity widened(Quantity other) {
        return new Quantity(
                key,
                label,
                min.min(other.min),
                max.max(other.max),
                Math.max(decimals, other.decimals),
                section,
                when,
                required);
    }

    private String bounds() {
        return min.toPlainString() + "–" + max.toPlainString();
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.quantity(this);
    }
}
