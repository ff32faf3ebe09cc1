package org.mentoringcommons.analytics.cohort;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.analytics.crosswalk.ItemCrosswalk;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * Which items of several versions are one: those of which crosswalks say so, directly or through other versions. Two items
 * of one version are never one, whatever a chain of crosswalks says: the link that would make them so is not followed.
 */
final class SameItems {

    /** An item of a version. */
    record Asked(InstrumentReference instrument, String item) {}

    private final Map<Asked, Asked> leads = new HashMap<>();
    private final Map<Asked, Set<InstrumentReference>> versions = new HashMap<>();

    SameItems(List<ItemCrosswalk> crosswalks) {
        crosswalks.forEach(crosswalk -> crosswalk
                .same()
                .forEach(same -> join(new Asked(crosswalk.from(), same.from()), new Asked(crosswalk.to(), same.to()))));
    }

    /** What stands for an item and all that are the same. */
    Asked of(Asked item) {
        Asked lead = leads.getOrDefault(item, item);
        return lead.equals(item) ? item : of(lead);
    }

    private void join(Asked one, Asked other) {
        Asked first = of(one);
        Asked second = of(other);
        Set<InstrumentReference> both = new HashSet<>(versions(first));
        if (!first.equals(second) && java.util.Collections.disjoint(both, versions(second))) {
            both.addAll(versions(second));
            leads.put(second, first);
            versions.put(first, both);
        }
    }

    private Set<InstrumentReference> versions(Asked lead) {
        return versions.getOrDefault(lead, Set.of(lead.instrument()));
    }
}
