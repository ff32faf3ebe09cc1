package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a combination about too few people by supposing of class after class of people, the largest first, that it counts
 * them, or that it does not. What counts enough people is no such combination, so nearly all suppositions end at once.
 */
final class Residue {

    /** Suppositions before something that may not be there is taken for found. */
    private static final int PATIENCE = 20_000;

    /**
     * People whom a combination counts in proportion to each other.
     *
     * @param weights how often each published group counts them
     * @param kinds who they are
     * @param counted whether it is supposed that they are counted at all
     */
    record Class(Weights weights, BitSet kinds, Crowd crowd, boolean counted) {

        private Class with(Class other) {
            BitSet both = (BitSet) kinds.clone();
            both.or(other.kinds);
            return new Class(weights, both, crowd.with(other.crowd), counted || other.counted);
        }

        private Class supposed() {
            return new Class(weights, kinds, crowd, true);
        }
    }

    /** What is supposed, and what the combinations of which that holds tell that was not told before. */
    private record Supposed(List<Class> classes, News news) {}

    private final Reach.People people;
    private int patience = PATIENCE;

    Residue(Reach.People people) {
        this.people = people;
    }

    /** {@return the kinds of people that a combination is about which was not told before; empty if all are about enough, or nobody} */
    Optional<BitSet> find(List<Class> classes, News news) {
        return find(new Supposed(classes, news));
    }

    private Optional<BitSet> find(Supposed supposed) {
        Optional<Supposed> possible = settle(supposed);
        if (possible.isEmpty() || possible.get().classes().isEmpty()) {
            return Optional.empty();
        }
        List<Class> left = possible.get().classes();
        Optional<Class> open = left.stream()
                .filter(one -> !one.counted())
                .max(Comparator.comparingLong(one -> one.crowd().people()));
        if (open.isEmpty()) {
            BitSet counted = new BitSet();
            left.forEach(one -> counted.or(one.kinds()));
            return people.mayShow(counted) ? Optional.empty() : Optional.of(counted);
        }
        if (--patience < 0) {
            return left.stream()
                    .min(Comparator.comparingLong(one -> one.crowd().people()))
                    .map(Class::kinds);
        }
        Class largest = open.get();
        Optional<BitSet> without = find(eliminate(possible.get(), largest));
        return without.isPresent()
                ? without
                : find(new Supposed(
                        left.stream()
                                .map(one -> one == largest ? one.supposed() : one)
                                .toList(),
                        possible.get().news()));
    }

    /** What follows from what is supposed; empty if it contradicts itself, or tells nothing that was not told before. */
    private Optional<Supposed> settle(Supposed supposed) {
        Supposed left = supposed;
        while (true) {
            if (left.news().isNone()
                    || left.classes().stream()
                            .anyMatch(one -> one.counted() && one.weights().areNothing())) {
                return Optional.empty();
            }
            left = new Supposed(joined(left.classes()), left.news());
            Crowd counted = left.classes().stream()
                    .filter(Class::counted)
                    .map(Class::crowd)
                    .reduce(Crowd::with)
                    .orElse(null);
            if (counted != null && people.areEnough(counted)) {
                return Optional.empty();
            }
            Optional<Class> enough = left.classes().stream()
                    .filter(one -> !one.counted())
                    .filter(one -> people.areEnough(
                            counted == null ? one.crowd() : one.crowd().with(counted)))
                    .findFirst();
            if (enough.isEmpty()) {
                return Optional.of(left);
            }
            left = eliminate(left, enough.get());
        }
    }

    /** Classes that are counted in proportion to each other are one; nobody tells of those who count for nothing. */
    private static List<Class> joined(List<Class> classes) {
        Map<Weights, Class> joined = new LinkedHashMap<>();
        for (Class one : classes) {
            if (!one.weights().areNothing()) {
                Weights direction = one.weights().direction();
                joined.merge(direction, new Class(direction, one.kinds(), one.crowd(), one.counted()), Class::with);
            }
        }
        return new ArrayList<>(joined.values());
    }

    /** The same if a class is not counted. */
    private static Supposed eliminate(Supposed supposed, Class nothing) {
        return new Supposed(
                supposed.classes().stream()
                        .filter(one -> one != nothing)
                        .map(one -> new Class(
                                one.weights().without(nothing.weights()), one.kinds(), one.crowd(), one.counted()))
                        .toList(),
                supposed.news().without(nothing.weights()));
    }
}
