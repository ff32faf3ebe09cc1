package org.mentoringcommons.deploy.acceptance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How seldom somebody who knows nothing is as right as somebody was: probabilities from 0 to 1. */
final class Chance {

    private static final Map<Integer, double[]> INVERSIONS = new ConcurrentHashMap<>();

    private Chance() {}

    /**
     * At least so many are right where people are given deeds, whatever each of them did.
     *
     * @param all people, each of one deed
     * @param guessed of them, who are given deeds
     * @param few how many each of these is given, on average
     */
    static double guesses(int all, int guessed, double few, int right) {
        double chance = choose(guessed, right) * Math.pow(few, right);
        for (int taken = 0; taken < right; taken++) {
            chance /= all - taken;
        }
        return Math.min(1, chance);
    }

    /** Two groups of this size among all have at least so many in common. */
    static double groups(int all, int size, int common) {
        double chance = 0;
        for (int both = common; both <= size; both++) {
            chance += choose(size, both) * choose(all - size, size - both) / choose(all, size);
        }
        return Math.min(1, chance);
    }

    /**
     * Of two orders of so many, at most so many pairs stand the other way round: as many of all permutations have no more
     * inversions.
     */
    static double orders(int length, int inversions) {
        double[] having = INVERSIONS.computeIfAbsent(length, Chance::inversions);
        double chance = 0;
        for (int number = 0; number <= inversions && number < having.length; number++) {
            chance += having[number];
        }
        return Math.min(1, chance);
    }

    /** How many permutations of so many have no inversion, one, two, …, as a share of all. */
    private static double[] inversions(int length) {
        double[] having = {1};
        for (int count = 2; count <= length; count++) {
            double[] longer = new double[having.length + count - 1];
            for (int before = 0; before < having.length; before++) {
                for (int more = 0; more < count; more++) {
                    longer[before + more] += having[before] / count;
                }
            }
            having = longer;
        }
        return having;
    }

    private static double choose(int all, int some) {
        double ways = some > all ? 0 : 1;
        for (int taken = 0; taken < some && ways > 0; taken++) {
            ways = ways * (all - taken) / (some - taken);
        }
        return ways;
    }
}
