package org.mentoringcommons.deploy.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who has stolen all databases, topics and logs and wants to know who did which of many like things: gave which
 * answer, is behind which withdrawal. Tried are values, alone or hashed, that lead from a person to one of them or to few,
 * over any number of rows; and what people and deeds stand beside in anything that names several of them, all or some: place
 * by place, in much the same order, in the same groups.
 *
 * <p>The judge knows the truth, and asks of each try how seldom one is as right by chance. There are many, so chance has as
 * many turns: of one kind and size as there are of it, and of kinds and sizes as there are any of which one try could be found
 * to betray something at all. That of one person by a value that nobody has by chance is found; of three or four by their order
 * alone cannot be told from chance, of five can.
 */
final class JoinAttack {

    /** How seldom it may be that anything seems betrayed where nothing is. */
    private static final double SELDOM = 1e-4;

    /** Of fewer the order says nothing that could not be chance. */
    private static final int FEWEST_IN_ORDER = 8;

    private final Loot loot;

    JoinAttack(List<Relation> stolen) {
        loot = new Loot(stolen);
    }

    /**
     * The try that is least by chance.
     *
     * @param right about how many people it is
     * @param chance how seldom any of all tries would be as right if nothing betrayed anything
     */
    record Guess(String how, long right, double chance) {

        boolean betrays() {
            return chance < SELDOM;
        }
    }

    /** One way of several to be right about so many people; how, of the best of its tries. */
    private static final class Kind {

        private final double best;
        private long tries;
        private double chance = 1;
        private Guess guess = new Guess("nothing", 0, 1);

        /** @param best how seldom it is that a try of this kind is right about everybody */
        Kind(double best) {
            this.best = best;
        }

        void tried(double chance, long right, String how) {
            tries++;
            if (chance < this.chance) {
                this.chance = chance;
                guess = new Guess(how, right, chance);
            }
        }

        boolean canBetray() {
            return best * tries < SELDOM;
        }
    }

    /**
     * @param people by any name, with everything that points to them and is known outside: ids, addresses, links
     * @param truth of each of them, the id of what was done
     */
    Guess best(Map<String, Set<String>> people, Map<String, String> truth) {
        List<String> everybody = List.copyOf(truth.keySet());
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, String> byId = new HashMap<>();
        Map<String, Integer> deeds = new HashMap<>();
        for (int number = 0; number < everybody.size(); number++) {
            String id = truth.get(everybody.get(number));
            numbers.put(everybody.get(number), number);
            deeds.put(id, number);
            byId.put(id, id);
        }
        Map<String, Kind> kinds = new TreeMap<>();
        byValues(kinds, people, truth);
        Sightings ofPeople = new Sightings(loot, loot.handles(people), numbers);
        Sightings ofDeeds = new Sightings(loot, byId, deeds);
        byGroups(kinds, everybody.size(), ofPeople.groups(), ofDeeds.groups());
        ofPeople.orders().forEach((order, how) -> {
            byOrder(kinds, everybody.size(), order, how, ofDeeds.orders());
            List<Integer> backwards = new ArrayList<>(order);
            Collections.reverse(backwards);
            byOrder(kinds, everybody.size(), backwards, how + ", backwards,", ofDeeds.orders());
        });
        List<Kind> able = kinds.values().stream().filter(Kind::canBetray).toList();
        return able.stream()
                .min(Comparator.comparingDouble(kind -> kind.chance * kind.tries))
                .map(kind -> new Guess(
                        kind.guess.how(), kind.guess.right(), Math.min(1, kind.chance * kind.tries * able.size())))
                .orElseThrow();
    }

    /** Values that lead from people to one deed each, and to few. */
    private void byValues(Map<String, Kind> kinds, Map<String, Set<String>> people, Map<String, String> truth) {
        int all = people.size();
        for (int few : List.of(1, all / 4)) {
            Map<String, Set<String>> reached = reached(people, truth, few, Loot.SPECIFIC);
            int right = right(reached, truth);
            double each =
                    reached.values().stream().mapToInt(Set::size).average().orElse(1);
            Kind kind = new Kind(Chance.guesses(all, all, 1, all));
            kind.tried(Chance.guesses(all, reached.size(), each, right), right, "values that lead to " + few);
            kinds.put("values that lead to " + few, kind);
        }
        int right = right(reached(people, truth, 1, Loot.UNIQUE), truth);
        Kind never = new Kind(0);
        never.tried(right > 0 ? 0 : 1, right, "values that nobody has by chance");
        kinds.put("unique values", never);
    }

    /** To which deeds values lead from people, where those are no more than few. */
    private Map<String, Set<String>> reached(
            Map<String, Set<String>> people, Map<String, String> truth, int few, int shortest) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        people.forEach((person, handles) -> {
            Set<String> reached =
                    loot.reached(handles, Set.copyOf(truth.values()), Math.max(4, people.size() / 2), shortest);
            if (!reached.isEmpty() && reached.size() <= few) {
                found.put(person, reached);
            }
        });
        return found;
    }

    private static int right(Map<String, Set<String>> reached, Map<String, String> truth) {
        return (int) reached.entrySet().stream()
                .filter(guess -> guess.getValue().contains(truth.get(guess.getKey())))
                .count();
    }

    /** Whoever stands in a group beside the deeds that do. */
    private static void byGroups(
            Map<String, Kind> kinds, int all, Map<BitSet, String> people, Map<BitSet, String> deeds) {
        people.forEach((persons, peopleBy) -> deeds.forEach((done, deedsBy) -> {
            int size = persons.cardinality();
            if (size == done.cardinality()) {
                BitSet common = (BitSet) persons.clone();
                common.and(done);
                kinds.computeIfAbsent("group of " + size, none -> new Kind(Chance.groups(all, size, size)))
                        .tried(
                                Chance.groups(all, size, common.cardinality()),
                                common.cardinality(),
                                peopleBy + " together, as are " + deedsBy);
            }
        }));
    }

    private static void byOrder(
            Map<String, Kind> kinds, int all, List<Integer> people, String peopleBy, Map<List<Integer>, String> deeds) {
        deeds.forEach((done, deedsBy) -> {
            int size = people.size();
            String how = peopleBy + " beside " + deedsBy;
            if (size == done.size()) {
                int right = right(people, done);
                kinds.computeIfAbsent("places of " + size, none -> new Kind(Chance.guesses(all, size, 1, size)))
                        .tried(Chance.guesses(all, size, 1, right), right, how);
            }
            int[] common = inOther(people, done, all);
            if (common.length >= FEWEST_IN_ORDER) {
                kinds.computeIfAbsent("order of " + common.length, none -> new Kind(Chance.orders(common.length, 0)))
                        .tried(Chance.orders(common.length, inversions(common)), common.length, how);
            }
        });
    }

    private static int right(List<Integer> people, List<Integer> done) {
        int right = 0;
        for (int place = 0; place < people.size(); place++) {
            if (people.get(place).equals(done.get(place))) {
                right++;
            }
        }
        return right;
    }

    /** {@return of those who stand in both orders, the places in the other one} */
    private static int[] inOther(List<Integer> people, List<Integer> done, int all) {
        int[] place = new int[all];
        Arrays.fill(place, -1);
        for (int index = 0; index < done.size(); index++) {
            place[done.get(index)] = index;
        }
        return people.stream()
                .mapToInt(person -> place[person])
                .filter(index -> index >= 0)
                .toArray();
    }

    private static int inversions(int[] places) {
        int inversions = 0;
        for (int later = 1; later < places.length; later++) {
            for (int before = 0; before < later; before++) {
                if (places[before] > places[later]) {
                    inversions++;
                }
            }
        }
        return inversions;
    }
}
