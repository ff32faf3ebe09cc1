package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What workshops are called, and so in which order they are met, is in no digit of a model. */
class AlikeWorkshopsTest {

    @RepeatedTest(20)
    void groupedAndOrderedHoweverTheyGiveTheSameBits(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<MixedModel.Alike> oneByOne = new ArrayList<>();
        for (int workshop = 0; workshop < 60; workshop++) {
            oneByOne.add(workshop(2 + random.nextInt(9), 60 * random.nextInt(5), random));
        }
        MixedModel.Result met = MixedModel.withDefaults().fitAlike(oneByOne);
        Collections.shuffle(oneByOne, random);
        List<MixedModel.Alike> inPairs = new ArrayList<>(oneByOne.subList(20, 60));
        for (int i = 0; i < 20; i += 2) {
            MixedModel.Alike one = oneByOne.get(i);
            MixedModel.Alike other = oneByOne.get(i + 1);
            boolean alike = one.size() == other.size() && one.predictors().equals(other.predictors());
            inPairs.addAll(alike ? List.of(together(one, other)) : List.of(one, other));
        }

        assertThat(met.outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(MixedModel.withDefaults().fitAlike(oneByOne)).isEqualTo(met);
        assertThat(MixedModel.withDefaults().fitAlike(inPairs)).isEqualTo(met);
    }

    private static MixedModel.Alike workshop(int size, double minutes, Random random) {
        int together = random.nextInt(3) - 1;
        long sum = 0;
        long squares = 0;
        for (int person = 0; person < size; person++) {
            long gain = together + random.nextInt(7) - 2;
            sum += gain;
            squares += gain * gain;
        }
        return new MixedModel.Alike(1, size, List.of(minutes), sum, (double) sum * sum, squares);
    }

    private static MixedModel.Alike together(MixedModel.Alike one, MixedModel.Alike other) {
        return new MixedModel.Alike(
                2,
                one.size(),
                one.predictors(),
                one.sum() + other.sum(),
                one.squaredSums() + other.squaredSums(),
                one.squares() + other.squares());
    }
}
