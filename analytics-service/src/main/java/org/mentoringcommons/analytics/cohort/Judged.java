package org.mentoringcommons.analytics.cohort;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What two coders had coded texts as, each alone: counts, from which agreement is computed. Not safe for several threads. */
public final class Judged {

    /**
     * How often a code was used.
     *
     * @param both of the same text
     * @param firstOnly by the first coder and not by the second
     * @param secondOnly by the second coder and not by the first
     */
    public record Uses(long both, long firstOnly, long secondOnly) {

        private Uses plus(boolean first, boolean second) {
            return new Uses(
                    both + (first && second ? 1 : 0),
                    firstOnly + (first && !second ? 1 : 0),
                    secondOnly + (second && !first ? 1 : 0));
        }
    }

    private final SortedMap<String, Uses> codes = new TreeMap<>();
    private long texts;
    private long same;

    /** Counts one text. */
    public void add(Collection<String> first, Collection<String> second) {
        Set<String> used = new HashSet<>(first);
        used.addAll(second);
        for (String code : used) {
            codes.put(
                    code,
                    codes.getOrDefault(code, new Uses(0, 0, 0)).plus(first.contains(code), second.contains(code)));
        }
        texts = Math.addExact(texts, 1);
        same += Set.copyOf(first).equals(Set.copyOf(second)) ? 1 : 0;
    }

    /** {@return how many texts} */
    public long texts() {
        return texts;
    }

    /** {@return of how many of them both said exactly the same} */
    public long same() {
        return same;
    }

    /** {@return the codes that at least one of the two used} */
    public SortedMap<String, Uses> codes() {
        return codes;
    }
}
