package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What can be worked out by adding and subtracting what is published of groups of people, whatever is subtracted from
 * whatever. Every such combination counts each kind of people some number of times, and tells about those whom it counts at
 * all; they must be nobody, or people of whom something may be shown. That is shown of all combinations at once: whoever
 * supposes one about too few people is led to a contradiction, or to one there is. What earlier releases told is left out of
 * it: that cannot be taken back. Arithmetic is modulo a prime, see {@link
 * Modular}. Immutable.
 */
public final class Reach {

    /** What is known of kinds of people, and what may be shown. */
    public interface People {

        /** {@return how many people are of a kind; empty for nobody} */
        Optional<Crowd> of(int kind);

        /** {@return whether something may be shown of a crowd, and of all that are more} */
        boolean areEnough(Crowd crowd);

        /** {@return whether something may be shown of all people of some kinds} */
        boolean mayShow(BitSet kinds);
    }

    /**
     * A combination about too few people.
     *
     * @param kinds whom it is about
     * @param groups published ones that one of them is in and that tell people apart; at least one
     */
    public record Told(BitSet kinds, BitSet groups) {}

    private final List<BitSet> groupsOf;
    private final List<BitSet> tables;

    /**
     * @param groupsOf which groups each kind of people is in
     * @param tables groups that have to do with each other; a group that is in none has everybody
     */
    public Reach(List<BitSet> groupsOf, List<BitSet> tables) {
        this.groupsOf = List.copyOf(groupsOf);
        this.tables = List.copyOf(tables);
    }

    /**
     * Looks for a combination about too few people.
     *
     * @param published groups whose counts are told
     * @return one, or nothing if there is none; one that might be, too, if proving that it is not would take too long
     */
    public Optional<Told> told(BitSet published, People people) {
        return told(published, people, News.EVERYTHING);
    }

    /**
     * The same of combinations that tell something new. What follows from groups that were told before, by whatever rules, is
     * told already and cannot be taken back; everything else has to be about enough people, whatever it is made of.
     *
     * @param published groups whose counts are told
     * @param before those of them that were told of the same people before
     */
    public Optional<Told> told(BitSet published, BitSet before, People people) {
        if (before.isEmpty()) {
            return told(published, people);
        }
        if (before.equals(published)) {
            return Optional.empty();
        }
        List<BitSet> there = IntStream.range(0, groupsOf.size())
                .filter(kind -> people.of(kind).isPresent())
                .mapToObj(groupsOf::get)
                .toList();
        return told(published, people).isEmpty()
                ? Optional.empty() // nearly always, and then there is no need to ask what is new
                : told(published, people, News.of(there, published, before));
    }

    private Optional<Told> told(BitSet published, People people, News news) {
        Quotient quotient = new Quotient(tables.size(), people, news);
        for (int kind = 0; kind < groupsOf.size(); kind++) {
            BitSet groups = and(groupsOf.get(kind), published);
            quotient.add(
                    kind,
                    tables.stream().map(table -> Weights.of(and(groups, table))).toList());
        }
        while (IntStream.range(0, tables.size()).filter(quotient::merge).count() > 0) {
            // every round leaves fewer
        }
        BitSet everybody = (BitSet) published.clone();
        groupsOf.forEach(everybody::and);
        tables.forEach(everybody::andNot);
        return new Residue(people)
                .find(quotient.classes(Weights.of(everybody)), quotient.news())
                .map(kinds -> new Told(kinds, telling(kinds, published, quotient)));
    }

    /**
     * Looks for a combination that counts some kinds of people and none of others.
     *
     * @param published groups whose counts are told
     * @param others kinds that it does not count
     * @param some kinds of which it counts one
     * @return one of the kinds it counts, and the published groups that kind is in
     */
    public Optional<Told> apart(BitSet published, BitSet others, BitSet some) {
        List<Weights> counted = new ArrayList<>();
        others.stream().forEach(kind -> {
            Weights left = left(Weights.of(and(groupsOf.get(kind), published)), counted);
            if (!left.areNothing()) {
                counted.add(left);
            }
        });
        return some.stream()
                .filter(kind -> !left(Weights.of(and(groupsOf.get(kind), published)), counted)
                        .areNothing())
                .mapToObj(kind -> {
                    BitSet alone = new BitSet();
                    alone.set(kind);
                    return new Told(alone, and(groupsOf.get(kind), published));
                })
                .findFirst();
    }

    /** What is left of how often somebody is counted when nobody of others is; in the order in which those were found. */
    private static Weights left(Weights weights, List<Weights> nothing) {
        Weights left = weights;
        for (Weights one : nothing) {
            if (left.areNothing()) {
                break;
            }
            left = left.without(one);
        }
        return left;
    }

    private BitSet telling(BitSet kinds, BitSet published, Quotient quotient) {
        BitSet telling = new BitSet();
        for (int table = 0; table < tables.size(); table++) {
            if (quotient.tellsApart(table)) {
                telling.or(tables.get(table));
            }
        }
        BitSet theirs = new BitSet();
        kinds.stream().forEach(kind -> theirs.or(and(groupsOf.get(kind), published)));
        BitSet both = and(telling, theirs);
        return both.isEmpty() ? theirs : both;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
