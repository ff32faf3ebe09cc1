package org.mentoringcommons.survey.crosswalk;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Item;

/**
 * Which items of two versions are the same, and which have no counterpart.
 *
 * @param onlyFrom keys of items the second version has not
 * @param onlyTo keys of items the first version has not
 */
record CrosswalkView(
        InstrumentReference from,
        InstrumentReference to,
        String source,
        List<SameItem> same,
        List<String> onlyFrom,
        List<String> onlyTo) {

    static CrosswalkView of(Crosswalk crosswalk, Definition from, Definition to) {
        return new CrosswalkView(
                crosswalk.from(),
                crosswalk.to(),
                crosswalk.source(),
                crosswalk.same(),
                gaps(from, crosswalk.same(), SameItem::from),
                gaps(to, crosswalk.same(), SameItem::to));
    }

    private static List<String> gaps(Definition definition, List<SameItem> same, Function<SameItem, String> side) {
        Set<String> named = same.stream().map(side).collect(Collectors.toSet());
        return definition.items().stream()
                .filter(item -> !(item instanceof Instruction))
                .map(Item::key)
                .filter(key -> !named.contains(key))
                .toList();
    }
}
