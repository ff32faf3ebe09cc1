package org.mentoringcommons.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.disclosure.Bounds;
import org.mentoringcommons.analytics.disclosure.FeasibleInterval;

/**
 * Knows sums of counts of people, and works out what it can about other counts: whether they follow by adding and
 * subtracting, and between which bounds they lie because nobody is counted less than not at all.
 */
final class Attacker {

    static final int THRESHOLD = 11;
    private static final int WIDTH = THRESHOLD - 1;

    private record Known(BitSet who, long count) {}

    private final int unknowns;
    private final List<Known> known = new ArrayList<>();

    /** @param unknowns kinds of people, none of them in another kind; how many there are of each is not known */
    Attacker(int unknowns) {
        this.unknowns = unknowns;
    }

    void learn(BitSet who, long count) {
        Known fact = new Known((BitSet) who.clone(), count);
        if (!known.contains(fact)) {
            known.add(fact);
        }
    }

    int facts() {
        return known.size();
    }

    /**
     * {@return of counts nobody was told those that are found out, with their bounds}
     *
     * @param secrets kinds of people whose count is small, by name
     */
    Map<String, FeasibleInterval> gains(Map<String, BitSet> secrets) {
        Map<String, BitSet> classes = classes(secrets);
        Map<String, Integer> numbers = new TreeMap<>();
        classes.keySet().forEach(signature -> numbers.put(signature, numbers.size()));
        // kinds that nothing known or sought tells apart are one unknown
        Bounds bounds = new Bounds(classes.size());
        for (Known fact : known) {
            bounds.know(weights(fact.who(), classes, numbers), fact.count());
        }
        Map<String, FeasibleInterval> gains = new LinkedHashMap<>();
        secrets.forEach((name, who) -> {
            FeasibleInterval interval = bounds.of(weights(who, classes, numbers).keySet());
            if (interval.width() < WIDTH) {
                gains.put(name, interval);
            }
        });
        return gains;
    }

    private static Map<Integer, Integer> weights(
            BitSet who, Map<String, BitSet> classes, Map<String, Integer> numbers) {
        return classes.entrySet().stream()
                .filter(one -> one.getValue().intersects(who))
                .collect(Collectors.toMap(one -> numbers.get(one.getKey()), one -> 1));
    }

    private Map<String, BitSet> classes(Map<String, BitSet> secrets) {
        Map<String, BitSet> classes = new TreeMap<>();
        for (int kind = 0; kind < unknowns; kind++) {
            StringBuilder signature = new StringBuilder();
            for (Known fact : known) {
                signature.append(fact.who().get(kind) ? '1' : '0');
            }
            for (BitSet secret : secrets.values()) {
                signature.append(secret.get(kind) ? '1' : '0');
            }
            classes.computeIfAbsent(signature.toString(), none -> new BitSet()).set(kind);
        }
        return classes;
    }
}
