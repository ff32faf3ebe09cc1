package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answers;
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
    private final int[] largest;
    private DeliveredWorkshop[] workshops = new DeliveredWorkshop[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int runs;
    private int size;

    Columns(List<Groups> groupings, int scales) {
        this.sortings = groupings.stream().map(Groups::sorting).toList();
        this.group = new short[groupings.size()][FIRST_CAPACITY];
        this.then = Stream.generate(Scores::new).limit(scales).toArray(Scores[]::new);
        this.now = Stream.generate(Scores::new).limit(scales).toArray(Scores[]::new);
        this.largest = new int[scales];
    }

    /** @param ratings of this person, a scale each */
    void read(DeliveredWorkshop workshop, Answers answers, Rating[] ratings) {
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
        Stream.of(then, now).flatMap(Arrays::stream).forEach(Scores::trim);
    }

    /** About how much memory it takes, the workshops themselves not counted. */
    long bytes() {
        return Stream.of(then, now)
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

    /** The row after the last of a run. */
    int end(int run) {
        return ends[run];
    }

    boolean hasScore(int scale, int row) {
        return then[scale].at(row) != Scores.NONE;
    }

    int then(int scale, int row) {
        return then[scale].at(row);
    }

    int now(int scale, int row) {
        return now[scale].at(row);
    }

    int group(int grouping, int row) {
        return group[grouping][row];
    }

    /** No score on the scale is larger. */
    int largest(int scale) {
        return largest[scale];
    }
}
