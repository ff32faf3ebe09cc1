package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringcommons.analytics.disclosure.Detail;

/**
 * Of each cell that is shown, who is of none of the sites that are to be named. A site after which too few of them would be
 * left in some cell cannot be named, whatever else: found site by site, in time that grows with the sites alone.
 */
final class Neighbours {

    private final Layout layout;
    private final Judged people;
    private final Succession succession;
    private final Map<Integer, Tally> left = new HashMap<>();
    private final Map<CellKey, List<Integer>> groupsOf = new HashMap<>();

    Neighbours(Layout layout, Judged people, Succession succession) {
        this.layout = layout;
        this.people = people;
        this.succession = succession;
    }

    /** {@return those of some sites that leave enough others, or nobody, in each cell, one after the other} */
    List<String> leaveEnough(List<String> sites) {
        return sites.stream().filter(this::leavesEnough).toList();
    }

    /** Whoever does is taken for named from then on. */
    private boolean leavesEnough(String site) {
        Map<Integer, Tally> fewer = new HashMap<>();
        for (Map.Entry<Integer, Tally.Builder> theirs : byGroup(site).entrySet()) {
            int group = theirs.getKey();
            Tally rest = left.getOrDefault(group, people.of(group))
                    .minus(theirs.getValue().build());
            if (rest.n() > 0
                    && !people.rules().of(people.measured(), step(group)).test(rest)) {
                return false;
            }
            fewer.put(group, rest);
        }
        left.putAll(fewer);
        return true;
    }

    private Detail step(int group) {
        return succession.isShown(group, Rules.OF_A_SITE) ? Rules.OF_A_SITE : Detail.MEDIAN;
    }

    private Map<Integer, Tally.Builder> byGroup(String site) {
        Map<Integer, Tally.Builder> theirs = new HashMap<>();
        people.measured().bySite().getOrDefault(site, new TreeMap<>()).forEach((part, some) -> {
            if (!part.equals(CellKey.NATION)) {
                shownWith(part).forEach(group -> theirs.computeIfAbsent(group, none -> new Tally.Builder(0))
                        .add(some));
            }
        });
        return theirs;
    }

    private List<Integer> shownWith(CellKey part) {
        return groupsOf.computeIfAbsent(part, some -> {
            List<Integer> groups = new ArrayList<>();
            for (int group = 0; group < layout.groups().size(); group++) {
                if (succession.isShown(group, Detail.MEDIAN)
                        && some.isPartOf(layout.groups().get(group))) {
                    groups.add(group);
                }
            }
            return groups;
        });
    }
}
