package org.mentoringcommons.analytics.instrument;

import java.util.Arrays;

/**
 * What a scale's score is summed from in the rows of one structure.
 *
 * @param offsets where the bytes of its items begin; -1 if the structure does not have the scale
 * @param mirrors by item: 0, or what a rating is subtracted from because it counts from the other end
 * @param least how many items must be answered
 */
record Terms(int[] offsets, int[] mirrors, int least, Missing missing) {

    static Terms of(Scale scale, Structure structure) {
        int[] offsets = scale.items().stream().mapToInt(structure::offset).toArray();
        int[] mirrors = scale.items().stream()
                .mapToInt(key -> scale.reverse().contains(key) ? structure.points(key) + 1 : 0)
                .toArray();
        return new Terms(offsets, mirrors, scale.least(), scale.missing());
    }

    /** Nobody has a score, and nobody rated an item. */
    static Terms none(Scale scale) {
        int items = scale.items().size();
        int[] offsets = new int[items];
        Arrays.fill(offsets, -1);
        return new Terms(offsets, new int[items], Integer.MAX_VALUE, scale.missing());
    }

    /** One item by itself, as it was rated. */
    static Terms ofItem(int offset) {
        return new Terms(new int[] {offset}, new int[1], 1, Missing.COMPLETE);
    }

    /** Whether the structure has the scale. */
    boolean isAsked() {
        return offsets[0] >= 0;
    }

    /** A rating as it counts; 0, which is none, stays so. */
    int counted(int item, byte rating) {
        int points = Byte.toUnsignedInt(rating);
        return mirrors[item] == 0 || points == 0 ? points : mirrors[item] - points;
    }

    boolean suffices(int answered) {
        return answered >= least;
    }

    int score(int sum, int answered) {
        return missing.score(sum, answered);
    }
}
