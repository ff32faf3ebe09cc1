package org.mentoringcommons.analytics.cube;

import java.nio.BufferUnderflowException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the next release has to know of all before it: of every cell, what stands published, since which release, and a
 * sketch of who contributed then. Sealed like the cube; holds nothing of single people. Immutable.
 */
public final class Standing {

    private static final String HEAD = "mentoring-commons standing 4";
    /** Without sites. */
    private static final String MARKED = "mentoring-commons standing 3";
    /** Without marks. */
    private static final String BEFORE = "mentoring-commons standing 2";

    private final int countable;
    private final Collapsing collapsing;
    private final SortedMap<MeasureKey, Past> pasts;
    private final SortedMap<MeasureKey, SiteStates> sites;

    Standing(
            int countable,
            Collapsing collapsing,
            SortedMap<MeasureKey, Past> pasts,
            SortedMap<MeasureKey, SiteStates> sites) {
        this.sites = Collections.unmodifiableSortedMap(sites);
        this.countable = countable;
        this.collapsing = collapsing;
        this.pasts = Collections.unmodifiableSortedMap(pasts);
    }

    /**
     * {@return it as written by {@link #bytes()}}
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Standing of(byte[] bytes) {
        try {
            Binary.In in = new Binary.In(bytes);
            String head = in.text();
            if (!head.equals(HEAD) && !head.equals(MARKED) && !head.equals(BEFORE)) {
                throw new IllegalArgumentException("not what stands of a release, or of another edition");
            }
            int countable = in.integer();
            Collapsing collapsing = Collapsing.read(in);
            SortedMap<MeasureKey, Past> pasts = new TreeMap<>();
            for (int left = in.integer(); left > 0; left--) {
                pasts.put(in.measure(), Past.read(in, countable, !head.equals(BEFORE)));
            }
            SortedMap<MeasureKey, SiteStates> sites = new TreeMap<>();
            for (int left = head.equals(HEAD) ? in.integer() : 0; left > 0; left--) {
                sites.put(in.measure(), SiteStates.read(in, countable));
            }
            return new Standing(countable, collapsing, pasts, sites);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException cut) {
            throw new IllegalArgumentException("not all of what stands of a release", cut);
        }
    }

    /** {@return it as bytes, always the same for the same release} */
    public byte[] bytes() {
        Binary.Out out = new Binary.Out().text(HEAD).number(countable);
        collapsing.write(out);
        out.number(pasts.size());
        pasts.forEach((measure, past) -> past.write(out.measure(measure)));
        out.number(sites.size());
        sites.forEach((measure, states) -> states.write(out.measure(measure)));
        return out.bytes();
    }

    int countable() {
        return countable;
    }

    Collapsing collapsing() {
        return collapsing;
    }

    /** What was said of a measure; nothing if it is new. */
    Past past(MeasureKey measure) {
        return pasts.getOrDefault(measure, Past.none());
    }

    /** The groups of all releases so far. */
    SortedSet<CellKey> groups() {
        SortedSet<CellKey> groups = new TreeSet<>();
        pasts.values().forEach(past -> groups.addAll(past.states().keySet()));
        return groups;
    }

    SortedMap<MeasureKey, Past> pasts() {
        return pasts;
    }

    /** What was said of a scale at sites that are named. */
    SiteStates sites(MeasureKey measure) {
        return sites.getOrDefault(measure, SiteStates.none());
    }

    SortedMap<MeasureKey, SiteStates> sites() {
        return sites;
    }
}
