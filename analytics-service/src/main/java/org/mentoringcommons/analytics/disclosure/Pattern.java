package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses which groups to hide besides those that may not be shown. What is left of a group when its shown parts are taken
 * away is told as much as if it were published; so it has to be nobody, or several parts which together may be shown. A
 * hidden group never stands alone in a sum. The smallest shown part is hidden with those that may not be; what turns out not to
 * be needed is shown again.
 */
public final class Pattern {

    /** What is known of groups of people. */
    public interface People {

        /** {@return how many people a group has} */
        long size(int group);

        /** {@return whether something may be shown of the people of some groups taken together, none of them in two} */
        boolean mayShow(List<Integer> groups);
    }

    private final Links links;
    private final People people;
    private final BitSet hidden;

    private Pattern(Links links, People people, BitSet hidden) {
        this.links = links;
        this.people = people;
        this.hidden = hidden;
    }

    /**
     * Hides groups.
     *
     * @param anyway groups that are hidden whatever they are
     * @return the groups to hide, nobody's included
     */
    public static BitSet hide(Links links, People people, BitSet anyway) {
        Pattern pattern = new Pattern(links, people, (BitSet) anyway.clone());
        for (int group = 0; group < links.groups(); group++) {
            if (!people.mayShow(List.of(group))) {
                pattern.hidden.set(group);
            }
        }
        while (pattern.hideMore()) {
            // every round hides one more
        }
        pattern.showAgain(anyway);
        return pattern.hidden;
    }

    /** What was hidden for a cell that others hide by now is shown again, the largest first, a line as one. */
    private void showAgain(BitSet anyway) {
        List<BitSet> lines = new ArrayList<>();
        BitSet inLines = new BitSet();
        for (Links.Sum sum : links.sums()) {
            if (sum.together()) {
                BitSet line = new BitSet();
                sum.parts().forEach(line::set);
                lines.add(line);
                inLines.or(line);
            }
        }
        hidden.stream().filter(group -> !inLines.get(group)).forEach(group -> {
            BitSet alone = new BitSet();
            alone.set(group);
            lines.add(alone);
        });
        lines.removeIf(line -> line.stream()
                .anyMatch(group -> !hidden.get(group) || anyway.get(group) || !people.mayShow(List.of(group))));
        lines.sort(Comparator.comparingLong(
                        (BitSet line) -> line.stream().mapToLong(people::size).sum())
                .reversed());
        for (BitSet line : lines) {
            hidden.andNot(line);
            BitSet fewer = (BitSet) hidden.clone();
            if (hideMore()) {
                restore(fewer, line);
            }
        }
    }

    private void restore(BitSet fewer, BitSet line) {
        hidden.clear();
        hidden.or(fewer);
        hidden.or(line);
    }

    private boolean hideMore() {
        int before = hidden.cardinality();
        for (Links.Sum sum : links.sums()) {
            List<Integer> parts =
                    sum.parts().stream().filter(part -> people.size(part) > 0).toList();
            if (!parts.isEmpty()) {
                protect(sum, parts);
            }
        }
        return hidden.cardinality() > before;
    }

    private void protect(Links.Sum sum, List<Integer> parts) {
        List<Integer> out = parts.stream().filter(hidden::get).toList();
        if (parts.size() == 1 && (hidden.get(sum.whole()) || !out.isEmpty())) {
            hidden.set(sum.whole()); // the same people twice
            hidden.set(parts.get(0));
        } else if (sum.together() && (hidden.get(sum.whole()) || !out.isEmpty())) {
            parts.forEach(hidden::set);
        } else if (hidden.get(sum.whole()) ? out.isEmpty() : !out.isEmpty() && !hides(out)) {
            parts.stream()
                    .filter(part -> !hidden.get(part))
                    .min(Comparator.comparingLong(people::size))
                    .ifPresent(hidden::set);
        }
    }

    private boolean hides(List<Integer> out) {
        return out.size() > 1 && people.mayShow(out);
    }
}
