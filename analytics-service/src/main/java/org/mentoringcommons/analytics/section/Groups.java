package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.instrument.Answers;

/**
 * The groups a study compares. A person's group is the one of whose code is chosen; who chose several of them, or none, is
 * in no group: somebody in two groups would be counted twice.
 */
record Groups(String item, List<String> names) {

    static final int NONE = -1;

    static Groups of(String item, List<String> groups) {
        return new Groups(item, groups.stream().distinct().toList());
    }

    int of(Answers answers) {
        int group = NONE;
        for (String code : names.isEmpty() ? List.<String>of() : answers.codes(item)) {
            int found = names.indexOf(code);
            if (found != NONE && group != NONE) {
                return NONE;
            }
            group = found == NONE ? group : found;
        }
        return group;
    }
}
