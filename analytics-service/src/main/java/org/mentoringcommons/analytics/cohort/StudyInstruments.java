package org.mentoringcommons.analytics.cohort;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.Text;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * The structures of a study's instruments, as far as a wave has brought them.
 *
 * @param structures by instrument
 */
public record StudyInstruments(Map<InstrumentReference, Structure> structures) {

    /** {@return the options of an item, in the instrument's order; those that only another version has come after} */
    public List<String> codes(String item) {
        Set<String> codes = new LinkedHashSet<>();
        structures.values().forEach(structure -> structure.item(item).ifPresent(found -> codes.addAll(found.codes())));
        return List.copyOf(codes);
    }

    private record Form(Set<Item> items, Missing missing) {}

    private static Form form(Structure structure, Scale scale) {
        return new Form(
                scale.items().stream()
                        .map(key -> structure.item(key).orElseThrow())
                        .collect(Collectors.toSet()),
                scale.missing());
    }

    /**
     * {@return the scale, if every instrument that has it sums the same items with the same points by the same rule}
     */
    public Optional<Scale> poolable(String scale) {
        List<Form> forms = structures.values().stream()
                .flatMap(structure -> structure.scale(scale).stream().map(found -> form(structure, found)))
                .distinct()
                .toList();
        return forms.size() == 1
                ? structures.values().stream()
                        .flatMap(structure -> structure.scale(scale).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** {@return the highest rating that an item of a scale can get} */
    public int points(Scale scale) {
        return structures.values().stream()
                .flatMap(structure -> scale.items().stream().flatMap(item -> structure.item(item).stream()))
                .mapToInt(item -> item instanceof ThenNow pair ? pair.points() : 0)
                .max()
                .orElse(0);
    }

    /** {@return whether any of the instruments asks this as free text} */
    public boolean askAsText(String item) {
        return structures.values().stream()
                .anyMatch(structure -> structure.item(item).orElse(null) instanceof Text);
    }

    /** {@return whether any of the instruments has the scale} */
    public boolean have(String scale) {
        return structures.values().stream()
                .anyMatch(structure -> structure.scale(scale).isPresent());
    }
}
