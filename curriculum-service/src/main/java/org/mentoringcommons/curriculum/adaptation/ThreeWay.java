package org.mentoringcommons.curriculum.adaptation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mentoringcommons.curriculum.content.CurriculumPackage;

/**
 * An institution's package, the shared version it was made from, and a newer one: what is new there, and what a package
 * becomes that takes some of it. Pure.
 */
final class ThreeWay {

    private final Units base;
    private final Units ours;
    private final Units theirs;

    ThreeWay(CurriculumPackage base, CurriculumPackage ours, CurriculumPackage theirs) {
        this.base = new Units(base);
        this.ours = new Units(ours);
        this.theirs = new Units(theirs);
    }

    Units ours() {
        return ours;
    }

    Units theirs() {
        return theirs;
    }

    /** What changed upstream and is not the same here already. */
    List<Offer> offers() {
        Set<String> units = new LinkedHashSet<>(theirs.texts().keySet());
        units.addAll(base.texts().keySet());
        List<Offer> offers = new ArrayList<>();
        for (String unit : units) {
            offer(
                    offers,
                    unit,
                    base.texts().get(unit),
                    ours.texts().get(unit),
                    theirs.texts().get(unit));
        }
        order(offers, Units.ORDER, base.modules(), ours.modules(), theirs.modules());
        for (String module : theirs.modules()) {
            order(offers, Units.orderOf(module), base.parts(module), ours.parts(module), theirs.parts(module));
        }
        return offers;
    }

    /** Only what all three have can have been put into another order. */
    private static void order(
            List<Offer> offers, String unit, List<String> base, List<String> ours, List<String> theirs) {
        offer(
                offers,
                unit,
                String.join("\n", Units.common(base, ours, theirs)),
                String.join("\n", Units.common(ours, base, theirs)),
                String.join("\n", Units.common(theirs, base, ours)));
    }

    private static void offer(List<Offer> offers, String unit, String base, String ours, String theirs) {
        if (!Objects.equals(base, theirs) && !Objects.equals(ours, theirs)) {
            offers.add(Offer.of(unit, base, ours, theirs));
        }
    }

    /** The texts after taking these units from upstream. */
    Map<String, String> taking(Set<String> units) {
        Map<String, String> texts = new LinkedHashMap<>(ours.texts());
        for (String unit : units) {
            String text = theirs.texts().get(unit);
            if (text == null) {
                texts.remove(unit);
            } else {
                texts.put(unit, text);
            }
        }
        return texts;
    }

    /**
     * What is kept, in our order, or in theirs as far as it is common; what comes from upstream stands behind what it
     * stands behind there.
     */
    static List<String> placed(Set<String> kept, List<String> ours, List<String> theirs, boolean inTheirOrder) {
        List<String> placed = new ArrayList<>(inTheirOrder ? reordered(ours, theirs) : ours);
        placed.retainAll(kept);
        for (int at = 0; at < theirs.size(); at++) {
            String key = theirs.get(at);
            if (kept.contains(key) && !placed.contains(key)) {
                int behind = -1;
                for (int before = at - 1; before >= 0 && behind < 0; before--) {
                    behind = placed.indexOf(theirs.get(before));
                }
                placed.add(behind + 1, key);
            }
        }
        return placed;
    }

    /** Ours, where what both have takes its turns as in theirs. */
    private static List<String> reordered(List<String> ours, List<String> theirs) {
        var turns = theirs.stream().filter(ours::contains).iterator();
        return ours.stream()
                .map(key -> theirs.contains(key) ? turns.next() : key)
                .toList();
    }
}
