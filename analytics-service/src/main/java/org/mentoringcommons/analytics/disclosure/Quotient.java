package org.mentoringcommons.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Kinds of people that no combination about too few people tells apart. Suppose it counts two levels of a table differently,
 * say two hubs. Of two kinds that differ in nothing else, people of one hub or the other who met in the same way, it then
 * counts at least one. If those are enough people whichever they are, it is not about too few; so it counts both hubs alike,
 * and each of them as often as the other from now on. Not safe for use by several threads.
 */
final class Quotient {

    /** With how many others a level is compared. */
    private static final int NEAR = 5;

    /** People of one level of each table. */
    private record Block(List<Integer> at, BitSet kinds, Crowd crowd) {

        Block with(Block other) {
            BitSet both = (BitSet) kinds.clone();
            both.or(other.kinds);
            return new Block(at, both, crowd.with(other.crowd));
        }

        Block at(List<Integer> elsewhere) {
            return new Block(elsewhere, kinds, crowd);
        }

        List<Integer> beside(int table) {
            List<Integer> others = new ArrayList<>(at);
            others.remove(table);
            return others;
        }
    }

    private final Reach.People people;
    private final List<List<Weights>> levels = new ArrayList<>();
    private final List<Map<Weights, Integer>> numbers = new ArrayList<>();
    private Map<List<Integer>, Block> blocks = new LinkedHashMap<>();
    private News news;

    Quotient(int tables, Reach.People people, News news) {
        this.people = people;
        this.news = news;
        for (int table = 0; table < tables; table++) {
            levels.add(new ArrayList<>());
            numbers.add(new HashMap<>());
        }
    }

    /** Adds a kind of people by how often each table's groups have it. */
    void add(int kind, List<Weights> weights) {
        people.of(kind).ifPresent(crowd -> {
            List<Integer> at = new ArrayList<>();
            for (int table = 0; table < weights.size(); table++) {
                at.add(number(table, weights.get(table)));
            }
            BitSet only = new BitSet();
            only.set(kind);
            blocks.merge(at, new Block(at, only, crowd), Block::with);
        });
    }

    private int number(int table, Weights weights) {
        return numbers.get(table).computeIfAbsent(weights, unknown -> {
            levels.get(table).add(weights);
            return levels.get(table).size() - 1;
        });
    }

    /** {@return whether a table still tells people apart} */
    boolean tellsApart(int table) {
        return levels.get(table).size() > 1;
    }

    /** Looks for levels of a table that are counted alike; {@return whether some were found} */
    boolean merge(int table) {
        if (!tellsApart(table)) {
            return false;
        }
        List<Map<List<Integer>, Block>> byLevel = new ArrayList<>();
        levels.get(table).forEach(level -> byLevel.add(new LinkedHashMap<>()));
        blocks.values().forEach(block -> byLevel.get(block.at().get(table)).put(block.beside(table), block));
        long[] sizes = byLevel.stream()
                .mapToLong(level -> level.values().stream()
                        .mapToLong(block -> block.crowd().people())
                        .sum())
                .toArray();
        List<int[]> alike = new ArrayList<>();
        for (int level = 0; level < sizes.length; level++) {
            for (int other : near(table, level, sizes)) {
                if (areAlike(byLevel.get(level), byLevel.get(other))) {
                    alike.add(new int[] {level, other});
                    break;
                }
            }
        }
        alike.forEach(pair -> identify(table, pair[0], pair[1]));
        if (!alike.isEmpty()) {
            renumber(table);
        }
        return !alike.isEmpty();
    }

    /** The levels that differ in the fewest groups, the largest first. */
    private List<Integer> near(int table, int level, long[] sizes) {
        List<Weights> all = levels.get(table);
        int[] far = all.stream().mapToInt(all.get(level)::differences).toArray();
        return IntStream.range(0, sizes.length)
                .filter(other -> other != level)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(other -> far[other])
                        .thenComparing(other -> sizes[other], Comparator.reverseOrder()))
                .limit(NEAR)
                .toList();
    }

    /** Whether people of one level or the other, of each pair that differ in nothing else, are enough. */
    private boolean areAlike(Map<List<Integer>, Block> level, Map<List<Integer>, Block> other) {
        Crowd certain = null;
        for (Map.Entry<List<Integer>, Block> one : level.entrySet()) {
            Block counterpart = other.get(one.getKey());
            if (counterpart != null) {
                Crowd either = one.getValue().crowd().orElse(counterpart.crowd());
                certain = certain == null ? either : certain.with(either);
                if (people.areEnough(certain)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void identify(int table, int one, int other) {
        List<Weights> all = levels.get(table);
        Weights nothing = all.get(one).less(all.get(other));
        if (!nothing.areNothing()) {
            all.replaceAll(weights -> weights.without(nothing));
            news = news.without(nothing);
        }
    }

    private void renumber(int table) {
        List<Weights> before = levels.set(table, new ArrayList<>());
        numbers.get(table).clear();
        int[] now = before.stream().mapToInt(weights -> number(table, weights)).toArray();
        Map<List<Integer>, Block> fewer = new LinkedHashMap<>();
        blocks.values().forEach(block -> {
            List<Integer> at = new ArrayList<>(block.at());
            at.set(table, now[at.get(table)]);
            fewer.merge(at, block.at(at), Block::with);
        });
        blocks = fewer;
    }

    /** {@return what the combinations that are left tell that was not told before} */
    News news() {
        return news;
    }

    /** {@return people who are still told apart, with how often everything counts them} */
    List<Residue.Class> classes(Weights everybody) {
        return blocks.values().stream()
                .map(block -> {
                    Weights weights = everybody;
                    for (int table = 0; table < levels.size(); table++) {
                        weights = weights.and(levels.get(table).get(block.at().get(table)));
                    }
                    return new Residue.Class(weights, block.kinds(), block.crowd(), false);
                })
                .toList();
    }
}
