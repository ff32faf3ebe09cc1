package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An instrument without its wording, as the {@code waves} fact tells it.
 *
 * @param validationStatus in words; null if nobody said
 * @param items in their order; what takes no answer is left out
 * @param own the institution's own items, asked after these and counted with nothing
 */
public record InstrumentStructure(
        String key,
        String version,
        @JsonInclude(JsonInclude.Include.NON_NULL) String validationStatus,
        List<ItemShape> items,
        List<ScaleShape> scales,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemShape> own) {

    /**
     * A scale without its wording.
     *
     * @param scoring mean or sum
     * @param missing the rule for missing answers
     * @param minimum with the rule {@code at_least}: how many answers are needed; otherwise null
     * @param reverse the items whose points count from the other end
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ScaleShape(
            String key, List<String> items, String scoring, String missing, Integer minimum, List<String> reverse) {}

    static InstrumentStructure of(
            InstrumentReference reference, String validationStatus, Definition definition, List<Item> own) {
        return new InstrumentStructure(
                reference.key(),
                reference.version(),
                validationStatus,
                shapes(definition.items()),
                definition.scales().stream()
                        .map(scale -> new ScaleShape(
                                scale.key(),
                                scale.items(),
                                scale.scoring(),
                                scale.missing(),
                                scale.minimum(),
                                scale.reverse()))
                        .toList(),
                shapes(own));
    }

    private static List<ItemShape> shapes(List<Item> items) {
        return items.stream()
                .filter(item -> !(item instanceof Instruction))
                .map(Item::shape)
                .toList();
    }
}
