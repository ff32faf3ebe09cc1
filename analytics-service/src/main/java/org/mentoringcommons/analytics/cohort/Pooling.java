package org.mentoringcommons.analytics.cohort;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.analytics.crosswalk.ItemCrosswalk;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Structure;

/**
 * Gives items of several versions one name where crosswalks say that they are the same and they are answered alike, and
 * different names otherwise, also if they share a key. Afterwards whoever pools by key pools what was declared equivalent,
 * and nothing else.
 */
final class Pooling {

    private final SameItems same;
    private final Map<String, Named> taken = new HashMap<>();
    private final Map<SameItems.Asked, String> names = new HashMap<>();

    private record Named(SameItems.Asked lead, String form) {}

    private Pooling(List<ItemCrosswalk> crosswalks) {
        same = new SameItems(crosswalks);
    }

    /**
     * {@return the structures with items of one name each}
     *
     * @param structures by instrument; items have the names they have in the first version that asks them
     */
    static StudyInstruments of(Map<InstrumentReference, Structure> structures, List<ItemCrosswalk> crosswalks) {
        Pooling pooling = new Pooling(crosswalks);
        Map<InstrumentReference, Structure> named = new LinkedHashMap<>();
        Map<InstrumentReference, Map<String, String>> keys = new LinkedHashMap<>();
        structures.forEach((instrument, structure) -> {
            Map<String, String> names = pooling.names(instrument, structure);
            named.put(instrument, structure.named(names));
            Map<String, String> back = new HashMap<>();
            names.forEach((key, name) -> back.put(name, key));
            keys.put(instrument, back);
        });
        return new StudyInstruments(named, keys, Map.of());
    }

    /** By key; names of one version are different, because its items are never one. */
    private Map<String, String> names(InstrumentReference instrument, Structure structure) {
        Map<String, String> own = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Item item : structure.items()) {
            SameItems.Asked lead = same.of(new SameItems.Asked(instrument, item.key()));
            Named wanted = new Named(lead, item.form());
            String known = names.get(lead);
            String name = known != null && wanted.equals(taken.get(known)) && !used.contains(known)
                    ? known
                    : free(item.key(), instrument);
            names.putIfAbsent(lead, name);
            taken.put(name, wanted);
            used.add(name);
            own.put(item.key(), name);
        }
        return own;
    }

    private String free(String key, InstrumentReference instrument) {
        String name = key;
        while (taken.containsKey(name)) {
            name += name.equals(key) ? "__" + instrument.key() + "_" + instrument.version() : "_";
        }
        return name;
    }
}
