package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.RatedOnce;
import org.mentoringcommons.analytics.instrument.Rating;

/**
 * Everybody's scores in columns, workshop by workshop, with the groups: what the clustered tests, the models and the
 * comparisons are computed from. Two bytes a person and scale, two more a grouping, so ten million fit.
 */
final class Columns {

    private static final int FIRST_CAPACITY = 256;

    private final List<Groups.Sorting> sortings;
    private final short[][] group;
    private final Scores[] then;
    private final Scores[] now;
    private final Scores[] once;
    private final int[] largest;
    private DeliveredWorkshop[] workshops = new DeliveredWorkshop[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int runs;
    private int size;

    /** @param rated how many scales are rated once */
    Columns(List<Groups> groupings, int scales, int rated) {
        this.sortings = groupings.stream().map(Groups::sorting).toList();
        this.group = new short[groupings.size()][FIRST_CAPACITY];
        this.then = Stream.generate(Scores::new).limit(scales).toArray(Scores[]::new);
        this.now = Stream.generate(Scores::new).limit(scales).toArray(Scores[]::new);
        this.once = Stream.generate(Scores::new).limit(rated).toArray(Scores[]::new);
        this.largest = new int[scales];
    }

    /**
     * Takes in one person.
     *
     * @param ratings of this person, a scale each
     * @param single ratings of this person, a scale each
     */
    void read(DeliveredWorkshop workshop, Answers answers, Rating[] ratings, List<RatedTally> single) {
        if (runs == 0 || workshops[runs - 1] != workshop) {
            begin(workshop);
        }
        for (int grouping = 0; grouping < group.length; grouping++) {
            if (size == group[grouping].length) {
                group[grouping] = Arrays.copyOf(group[grouping], Math.addExact(size, size));
            }
            group[grouping][size] = (short) sortings.get(grouping).of(answers);
        }
        for (int scale = 0; scale < ratings.length; scale++) {
            boolean scored = ratings[scale].hasScore();
            int before = scored ? ratings[scale].thenScore() : Scores.NONE;
            int after = scored ? ratings[scale].nowScore() : Scores.NONE;
            then[scale].add(before);
            now[scale].add(after);
            largest[scale] = Math.max(largest[scale], Math.max(before, after));
        }
        for (int scale = 0; scale < once.length; scale++) {
            RatedOnce rated = single.get(scale).ratings();
            once[scale].add(rated.hasScore() ? rated.score() : Scores.NONE);
        }
        size = Math.addExact(size, 1);
        ends[runs - 1] = size;
    }

    private void begin(DeliveredWorkshop workshop) {
        if (runs == ends.length) {
            workshops = Arrays.copyOf(workshops, 2 * runs);
            ends = Arrays.copyOf(ends, 2 * runs);
        }
        workshops[runs++] = workshop;
    }

    void trim() {
        workshops = Arrays.copyOf(workshops, runs);
        ends = Arrays.copyOf(ends, runs);
        IntStream.range(0, group.length).forEach(grouping -> group[grouping] = Arrays.copyOf(group[grouping], size));
        Stream.of(then, now, once).flatMap(Arrays::stream).forEach(Scores::trim);
    }

    /** About how much memory it takes, the workshops themselves not counted. */
    long bytes() {
        return Stream.of(then, now, once)
                        .flatMap(Arrays::stream)
                        .mapToLong(Scores::bytes)
                        .sum()
                + (long) Short.BYTES * group.length * size
                + 2L * Integer.BYTES * ends.length;
    }

    /** Everybody who answered anything. */
    int size() {
        return size;
    }

    /** How often the rows pass from one workshop to another. */
    int runs() {
        return runs;
    }

    DeliveredWorkshop workshop(int run) {
        return workshops[run];
    }

    /** How many people of a run have a score on the scale. */
    int scored(int scale, int run) {
        return scored(then[scale], run);
    }

    /** The same of a scale that is rated once. */
    int scoredOnce(int scale, int run) {
        return scored(once[scale], run);
    }

    private int scored(Scores scores, int run) {
        int scored = 0;
        for (int row = begin(run); row < ends[run]; row++) {
            scored += scores.at(row) == Scores.NONE ? 0 : 1;
        }
        return scored;
    }

    /** Lays the scores on a scale that is rated once side by side; {@return where those of the next go} */
    int scores(int scale, int run, short[] to, int at) {
        int next = at;
        for (int row = begin(run); row < ends[run]; row++) {
            int score = once[scale].at(row);
            if (score != Scores.NONE) {
                to[next++] = (short) score;
            }
        }
        return next;
    }

    /** Lays the gains of a run's people with a score side by side; {@return where those of the next go} */
    int gains(int scale, int run, short[] to, int at) {
        int next = at;
        for (int row = begin(run); row < ends[run]; row++) {
            int before = then[scale].at(row);
            if (before != Scores.NONE) {
                to[next++] = (short) (now[scale].at(row) - before);
            }
        }
        return next;
    }

    /** Counts the pairs of a run in a grid, row before, column now; who has no score is counted at 0, 0. */
    void pairs(int scale, int run, long[] grid, int from, int side) {
        for (int row = begin(run); row < ends[run]; row++) {
            grid[from + then[scale].at(row) * side + now[scale].at(row)]++;
        }
    }

    /** The same of all runs, a grid for each group of a grouping; who is in no group is not counted. */
    void pairsByGroup(int scale, int grouping, long[] grid, int side) {
        for (int row = 0; row < size; row++) {
            int in = group[grouping][row];
            if (in != Groups.NONE) {
                grid[(in * side + then[scale].at(row)) * side + now[scale].at(row)]++;
            }
        }
    }

    private int begin(int run) {
        return run == 0 ? 0 : ends[run - 1];
    }

    /** No score on the scale is larger. */
    int largest(int scale) {
        return largest[scale];
    }
}
