package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * A day of the calendar.
 *
 * @param earliest the first day that is taken, or null
 * @param latest the last one, or null
 */
@Schema(
        description = "A day of the calendar, answered as `\"2026-03-09\"`",
        requiredProperties = "kind",
        properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = Day.KIND))
public record Day(
        @NotNull @Pattern(regexp = Keys.KEY) String key,
        @NotBlank @Size(max = Keys.LABEL) String label,
        LocalDate earliest,
        LocalDate latest,
        @Size(max = Keys.LABEL) String section,
        @Valid Condition when,
        boolean required)
        implements Item {

    public static final String KIND = "date";

    /** Four digits of a year that has come about, and days that exist. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private static final LocalDate NEVER_BEFORE = LocalDate.of(1000, 1, 1);

    @Override
    public ItemWording wording() {
        return ItemWording.of(label);
    }

    @Override
    public Day worded(ItemWording words, String heading) {
        return new Day(key, words.labelOr(label), earliest, latest, heading, when, required);
    }

    @Override
    public ItemShape shape() {
        return ItemShape.plain(key, KIND);
    }

    @Override
    public void check(Violations here) {
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            here.of("latest").add("is before earliest");
        }
    }

    @Override
    public void accept(JsonNode given, AcceptedAnswers kept, Violations violations) {
        if (given.isTextual() && given.textValue().isEmpty()) {
            return;
        }
        LocalDate day = given.isTextual() ? read(given.textValue()) : null;
        if (day == null) {
            violations.add("must be a day such as 2026-03-09");
        } else if (earliest != null && day.isBefore(earliest)) {
            violations.add("is before " + earliest);
        } else if (latest != null && day.isAfter(latest)) {
            violations.add("is after " + latest);
        } else {
            kept.coded().put(key, day.toString());
        }
    }

    /** A day in these words that may be all that either may. */
    public Day widened(Day other) {
        boolean ever = earliest == null || other.earliest == null;
        boolean yet = latest == null || other.latest == null;
        return new Day(
                key,
                label,
                ever ? null : earliest.isBefore(other.earliest) ? earliest : other.earliest,
                yet ? null : latest.isAfter(other.latest) ? latest : other.latest,
                section,
                when,
                required);
    }

    private static LocalDate read(String written) {
        try {
            LocalDate day = LocalDate.parse(written, FORM);
            return day.isBefore(NEVER_BEFORE) ? null : day;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Override
    public <R> R match(ItemKinds<R> kinds) {
        return kinds.day(this);
    }
}
