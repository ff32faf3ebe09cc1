package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** How many elements two sets differ by is told exactly while they are few, whatever the sets are. */
class SketchTest {

    private static final int COUNTABLE = 20;

    @RepeatedTest(10)
    void fewDifferencesAreCountedAndManyAreMany(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] common = random.longs(300).toArray();
        for (int different = 0; different <= COUNTABLE + 4; different++) {
            Sketch one = sketch(common, random.longs(different / 2).toArray());
            Sketch other =
                    sketch(common, random.longs(different - different / 2).toArray());

            assertThat(one.plus(other).count()).isEqualTo(different <= COUNTABLE ? different : Sketch.MANY);
        }
    }

    @Test
    void whoCameAndWentIsAsIfNeverThere() {
        assertThat(sketch(new long[] {7, 9, 0}, new long[] {9})).isEqualTo(sketch(new long[] {0}, new long[] {7}));
    }

    @Test
    void fieldElementsHaveInverses() {
        new Random(1).longs(20).forEach(element -> assertThat(Field.product(element, Field.inverse(element)))
                .isEqualTo(1));
    }

    private static Sketch sketch(long[] common, long[] own) {
        long[] sums = Sketch.ofNone(COUNTABLE).sums();
        for (long element : common) {
            Sketch.toggle(sums, element);
        }
        for (long element : own) {
            Sketch.toggle(sums, element);
        }
        return Sketch.of(sums);
    }
}
