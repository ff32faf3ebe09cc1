package org.mentoringcommons.analytics.section;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.instrument.Answer;
import org.mentoringcommons.analytics.instrument.Answers;
import org.mentoringcommons.analytics.instrument.Scale;

/**
 * Everybody's item sums in columns, with the workshop and the groups: what the clustered tests, the models and the
 * comparisons are computed from. Four bytes a person, two more a grouping and four more a scale, so ten million fit.
 */
final class Columns implements Fold<Columns> {

    private static final char NO_SCORE = 0; // a sum of ratings from 1 on is never 0
    private static final int FIRST_CAPACITY = 256;

    private final Places places;
    private final List<Groups> groupings;
    private final List<Scale> scales;
    private int[] place = new int[FIRST_CAPACITY];
    private final short[][] group;
    private final char[][] then;
    private final char[][] now;
    private int size;

    Columns(Places places, List<Groups> groupings, List<Scale> scales) {
        this.places = places;
        this.groupings = groupings;
        this.scales = scales;
        this.group = new short[groupings.size()][FIRST_CAPACITY];
        this.then = new char[scales.size()][FIRST_CAPACITY];
        this.now = new char[scales.size()][FIRST_CAPACITY];
    }

    @Override
    public void read(DeliveredWorkshop workshop, Answers answers) {
        makeRoom(1);
        place[size] = places.of(workshop);
        for (int grouping = 0; grouping < group.length; grouping++) {
            group[grouping][size] = (short) groupings.get(grouping).of(answers);
        }
        for (int scale = 0; scale < scales.size(); scale++) {
            Optional<Answer.Pair> sums = answers.sums(scales.get(scale));
            then[scale][size] = sums.map(Answer.Pair::then).map(Columns::packed).orElse(NO_SCORE);
            now[scale][size] = sums.map(Answer.Pair::now).map(Columns::packed).orElse(NO_SCORE);
        }
        size++;
    }

    private static char packed(int sum) {
        if (sum > Character.MAX_VALUE) {
            throw new IllegalArgumentException("a scale whose sums need more than two bytes");
        }
        return (char) sum;
    }

    @Override
    public Columns merge(Columns other) {
        makeRoom(other.size);
        System.arraycopy(other.place, 0, place, size, other.size);
        for (int grouping = 0; grouping < group.length; grouping++) {
            System.arraycopy(other.group[grouping], 0, group[grouping], size, other.size);
        }
        for (int scale = 0; scale < scales.size(); scale++) {
            System.arraycopy(other.then[scale], 0, then[scale], size, other.size);
            System.arraycopy(other.now[scale], 0, now[scale], size, other.size);
        }
        size += other.size;
        return this;
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(size, more);
        if (needed > place.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * place.length));
            place = Arrays.copyOf(place, capacity);
            for (int grouping = 0; grouping < group.length; grouping++) {
                group[grouping] = Arrays.copyOf(group[grouping], capacity);
            }
            for (int scale = 0; scale < scales.size(); scale++) {
                then[scale] = Arrays.copyOf(then[scale], capacity);
                now[scale] = Arrays.copyOf(now[scale], capacity);
            }
        }
    }

    /** Everybody who answered anything. */
    int size() {
        return size;
    }

    List<Groups> groupings() {
        return groupings;
    }

    List<Scale> scales() {
        return scales;
    }

    boolean hasScore(int scale, int row) {
        return then[scale][row] != NO_SCORE;
    }

    int then(int scale, int row) {
        return then[scale][row];
    }

    int now(int scale, int row) {
        return now[scale][row];
    }

    int place(int row) {
        return place[row];
    }

    int group(int grouping, int row) {
        return group[grouping][row];
    }
}
