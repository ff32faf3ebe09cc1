package org.mentoringcommons.analytics.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/**
 * How far people got, and what they left out on the way. Whoever answered nothing from an item on has left before it; what
 * they left out earlier they skipped. Not safe for use by several threads.
 */
final class Passage {

    private final List<Item> items;
    private final int[] answered;
    private final int[] leftBefore;
    private final Map<BitSet, Integer> missing = new HashMap<>();
    private int people;

    /** @param structure whose answers are kept; items of which nothing is kept are passed over */
    Passage(Structure structure) {
        items = structure.items().stream().filter(item -> item.bytes() > 0).toList();
        answered = new int[items.size()];
        leftBefore = new int[items.size() + 1];
    }

    /**
     * An item, in the order in which they are asked.
     *
     * @param leftBefore people who answered nothing from it on, and the item before it
     * @param reached people who answered it or something after it
     * @param skipped those of them who did not answer it
     */
    record Stretch(String item, int answered, int leftBefore, int reached, int skipped) {}

    /**
     * What some people left out.
     *
     * @param items keys, in the order in which they are asked
     */
    record Pattern(List<String> items, int people) {}

    void add(Answers answers) {
        BitSet gaps = new BitSet(items.size());
        for (int place = 0; place < items.size(); place++) {
            gaps.set(place, !isAnswered(answers, items.get(place)));
        }
        add(gaps, 1);
    }

    /** So many people who left out the same. */
    void add(Pattern pattern) {
        BitSet gaps = new BitSet(items.size());
        for (int place = 0; place < items.size(); place++) {
            gaps.set(place, pattern.items().contains(items.get(place).key()));
        }
        add(gaps, pattern.people());
    }

    private void add(BitSet gaps, int times) {
        people += times;
        for (int place = gaps.nextClearBit(0); place < items.size(); place = gaps.nextClearBit(place + 1)) {
            answered[place] += times;
        }
        leftBefore[items.isEmpty() ? 0 : gaps.previousClearBit(items.size() - 1) + 1] += times;
        missing.merge(gaps, times, Integer::sum);
    }

    int people() {
        return people;
    }

    /** How many answered every item. */
    int complete() {
        return missing.getOrDefault(new BitSet(), 0);
    }

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int here = people;
        for (int place = 0; place < items.size(); place++) {
            here -= leftBefore[place];
            stretches.add(new Stretch(
                    items.get(place).key(), answered[place], leftBefore[place], here, here - answered[place]));
        }
        return stretches;
    }

    /** What was left out together, the most frequent first; who left out nothing is in none. */
    List<Pattern> patterns() {
        return everybody().stream()
                .filter(pattern -> !pattern.items().isEmpty())
                .toList();
    }

    /** Everybody by what they left out, from which all of this follows. */
    List<Pattern> everybody() {
        return missing.entrySet().stream()
                .map(entry -> new Pattern(
                        entry.getKey().stream()
                                .mapToObj(place -> items.get(place).key())
                                .toList(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Pattern::people)
                        .reversed()
                        .thenComparing(pattern -> pattern.items().size())
                        .thenComparing(pattern -> places(pattern.items()), Arrays::compare))
                .toList();
    }

    private int[] places(List<String> keys) {
        return keys.stream()
                .mapToInt(key -> items.stream().map(Item::key).toList().indexOf(key))
                .toArray();
    }

    private static boolean isAnswered(Answers answers, Item item) {
        return item instanceof ThenNow
                ? answers.pair(item.key()).isPresent()
                : !answers.codes(item.key()).isEmpty();
    }
}
