package org.mentoringcommons.survey.crosswalk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Violations;

/**
 * A crosswalk to be declared, and so frozen. Items it does not name have no counterpart: gaps are allowed on both sides.
 *
 * @param source who says that the items are the same, and where
 */
record NewCrosswalk(
        @NotNull @Valid InstrumentReference from,
        @NotNull @Valid InstrumentReference to,
        @NotBlank @Size(max = 2_000) @Schema(examples = "The revision's authors, by number of items a scale")
                String source,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid SameItem> same) {

    /** What is wrong with it, given the two versions. */
    Violations violations(Definition one, Definition other) {
        Violations violations = Violations.none();
        Set<String> named = new HashSet<>();
        Set<String> namedThere = new HashSet<>();
        for (int index = 0; index < same.size(); index++) {
            Violations here = violations.of("same", index);
            Optional<Item> item = item(one, same.get(index).from(), named, here.of("from"));
            Optional<Item> there = item(other, same.get(index).to(), namedThere, here.of("to"));
            if (item.isPresent() && there.isPresent() && !answeredAlike(item.get(), there.get())) {
                here.add("are answered differently: another kind, or other points or options");
            }
        }
        return violations;
    }

    private static Optional<Item> item(Definition definition, String key, Set<String> named, Violations here) {
        Optional<Item> item = definition.item(key).filter(found -> !(found instanceof Instruction));
        if (item.isEmpty()) {
            here.add("is not an item of this version");
        } else if (!named.add(key)) {
            here.add("is named twice");
        }
        return item;
    }

    private static boolean answeredAlike(Item one, Item other) {
        return one.shape().answeredLike(other.shape());
    }
}
