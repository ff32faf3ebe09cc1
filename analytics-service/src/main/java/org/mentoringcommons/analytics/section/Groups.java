package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Choosing;

/**
 * The groups a study compares. A person's group is the one of whose code is chosen; who chose several of them, or none, is
 * in no group: somebody in two groups would be counted twice.
 */
record Groups(String item, List<String> names) {

    static final int NONE = -1;

    static Groups of(String item, List<String> groups) {
        return new Groups(item, groups.stream().distinct().toList());
    }

    /** Sorts person after person. */
    Sorting sorting() {
        return new Sorting(names.size(), new Choosing(item, names));
    }

    /** Codes of groups have the numbers of the groups; other codes have numbers beyond. */
    record Sorting(int groups, Choosing choosing) {

        int of(Answers answers) {
            int group = NONE;
            for (int left = groups == 0 ? 0 : choosing.read(answers); left > 0; left--) {
                int found = choosing.number(left - 1);
                if (found < groups && group != NONE) {
                    return NONE;
                }
                group = found < groups ? found : group;
            }
            return group;
        }
    }
}
