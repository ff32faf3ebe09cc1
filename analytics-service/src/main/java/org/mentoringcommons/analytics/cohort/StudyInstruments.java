package org.mentoringcommons.analytics.cohort;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.Text;

/**
 * The structures of a study's instruments, as far as a wave has brought them. Items of several versions have one name if,
 * and only if, they are pooled: that of the first version that asks them.
 *
 * @param structures by instrument
 * @param keys by instrument, what it calls an item itself, by name; names that are its own keys may be left out
 * @param validation by instrument, what was said of its validity, where anything was
 */
public record StudyInstruments(
        Map<InstrumentReference, Structure> structures,
        Map<InstrumentReference, Map<String, String>> keys,
        Map<InstrumentReference, String> validation) {

    /** Instruments whose items are named by their keys; of several versions, those of one key are taken as one. */
    public StudyInstruments(Map<InstrumentReference, Structure> structures) {
        this(structures, Map.of(), Map.of());
    }

    /** What a version itself calls an item of this name. */
    String key(InstrumentReference instrument, String name) {
        return keys.getOrDefault(instrument, Map.of()).getOrDefault(name, name);
    }

    /** {@return the versions that ask an item, each with what it calls it itself} */
    public Map<InstrumentReference, String> asking(String item) {
        Map<InstrumentReference, String> asking = new LinkedHashMap<>();
        structures.forEach((instrument, structure) ->
                structure.item(item).ifPresent(found -> asking.put(instrument, key(instrument, item))));
        return asking;
    }

    /** {@return the options of an item, in the instrument's order; those that only another version has come after} */
    public List<String> codes(String item) {
        Set<String> codes = new LinkedHashSet<>();
        structures.values().forEach(structure -> structure.item(item).ifPresent(found -> codes.addAll(found.codes())));
        return List.copyOf(codes);
    }

    /** {@return the scale, if every instrument that has it scores the same items by the same rule} */
    public Optional<Scale> poolable(String scale) {
        return first(structure -> structure.scale(scale))
                .filter(found -> gapOfScale(scale).isEmpty());
    }

    /** {@return the same of a scale that is rated once} */
    public Optional<Scale> poolableRated(String scale) {
        return first(structure -> structure.ratedScale(scale))
                .filter(found -> gapOfRatedScale(scale).isEmpty());
    }

    private Optional<Scale> first(Function<Structure, Optional<Scale>> named) {
        return structures.values().stream()
                .flatMap(structure -> named.apply(structure).stream())
                .findFirst();
    }

    /** {@return what keeps the versions' scales of pairs apart; empty if they are one scale, or there is none} */
    public Optional<String> gapOfScale(String scale) {
        return new Gaps(this).ofScale(structure -> structure.scale(scale));
    }

    /** {@return the same of scales that are rated once} */
    public Optional<String> gapOfRatedScale(String scale) {
        return new Gaps(this).ofScale(structure -> structure.ratedScale(scale));
    }

    /** {@return which versions ask something by this key that is not pooled; empty if none does} */
    public Optional<String> gapOfItem(String key) {
        return new Gaps(this).ofItem(key);
    }

    /** {@return the highest rating that an item of a scale can get} */
    public int points(Scale scale) {
        return structures.values().stream()
                .flatMapToInt(structure -> scale.items().stream().mapToInt(structure::points))
                .max()
                .orElse(0);
    }

    /** {@return whether any of the instruments asks this as free text} */
    public boolean askAsText(String item) {
        return structures.values().stream()
                .anyMatch(structure -> structure.item(item).orElse(null) instanceof Text);
    }

    /** {@return whether any of the instruments has the scale of pairs} */
    public boolean have(String scale) {
        return first(structure -> structure.scale(scale)).isPresent();
    }

    /** {@return whether any of the instruments has the scale that is rated once} */
    public boolean haveRated(String scale) {
        return first(structure -> structure.ratedScale(scale)).isPresent();
    }
}
