package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold for every data set because answers are counted, not listed. */
class CountingPropertiesTest {
    private Population population;
    private Random random;

    private void draw(RepetitionInfo repetition) {
        random = new Random(20_260_101L + repetition.getCurrentRepetition());
        population = Population.of(1 + random.nextInt(120), random.nextDouble() - 0.3, random);
    }

    @RepeatedTest(25)
    void mergingStrataEqualsCountingEverybodyOnce(RepetitionInfo repetition) {
        draw(repetition);
        int cut = random.nextInt(population.people().size() + 1);
        PairTable one = Population.table(population.people().subList(0, cut));
        PairTable other = Population.table(
                population.people().subList(cut, population.people().size()));

        PairTable merged = one.plus(other);

        assertThat(merged).isEqualTo(population.table()).hasSameHashCodeAs(population.table());
        assertThat(everything(merged)).isEqualTo(everything(population.table()));
    }

    @RepeatedTest(25)
    void subtractingAWithdrawnStratumEqualsNeverHavingCountedIt(RepetitionInfo repetition) {
        draw(repetition);
        int cut = random.nextInt(population.people().size() + 1);
        PairTable withdrawn = Population.table(population.people().subList(0, cut));
        PairTable staying = Population.table(
                population.people().subList(cut, population.people().size()));

        PairTable left = population.table().minus(withdrawn);

        assertThat(left).isEqualTo(staying);
        assertThat(everything(left)).isEqualTo(everything(staying));
    }

    @RepeatedTest(25)
    void theOrderOfPeopleChangesNoDigit(RepetitionInfo repetition) {
        draw(repetition);
        List<PairTable.Pair> shuffled = new ArrayList<>(population.people());
        Collections.shuffle(shuffled, random);

        assertThat(everything(Population.table(shuffled))).isEqualTo(everything(population.table()));
    }

    @RepeatedTest(25)
    void exchangingBeforeAndNowNegatesTheGainAndKeepsP(RepetitionInfo repetition) {
        draw(repetition);
        PairTable table = population.table();

        PairTable swapped = table.swapped();

        SignedRank.Result forward = SignedRank.withDefaults().test(table);
        SignedRank.Result back = SignedRank.withDefaults().test(swapped);
        assertThat(back.wPlus()).isEqualTo(forward.wMinus());
        assertThat(back.nPositive()).isEqualTo(forward.nNegative());
        assertThat(back.z()).isEqualTo(negated(forward.z()));
        assertThat(back.p()).isEqualTo(forward.p());
        assertThat(HodgesLehmann.withDefaults().estimate(swapped).estimate())
                .isEqualTo(negated(HodgesLehmann.withDefaults().estimate(table).estimate()));
        assertThat(PairedMoments.of(swapped).gain().mean())
                .isEqualTo(negated(PairedMoments.of(table).gain().mean()));
        assertThat(EffectSize.withDefaults().of(swapped).rankBiserial())
                .isEqualTo(negated(EffectSize.withDefaults().of(table).rankBiserial()));
    }

    @RepeatedTest(25)
    void twiceTheUnitsGiveTheSameAnswersInScalePoints(RepetitionInfo repetition) {
        draw(repetition);
        PairTable.Builder doubled = PairTable.builder(2);
        population.people().forEach(person -> doubled.add(2 * person.before(), 2 * person.now()));

        assertThat(everything(doubled.build())).isEqualTo(everything(population.table()));
    }

    @RepeatedTest(10)
    void exchangingTwoGroupsNegatesTheirDifference(RepetitionInfo repetition) {
        draw(repetition);
        Counts one = population.table().differences();
        Counts other = Population.of(40, 0.2, random).table().differences();

        MannWhitney.Result forward = MannWhitney.withDefaults().test(one, other);
        MannWhitney.Result back = MannWhitney.withDefaults().test(other, one);

        assertThat(back.z()).isEqualTo(negated(forward.z()));
        assertThat(back.cliffsDelta()).isEqualTo(negated(forward.cliffsDelta()));
        if (forward.pExact().isPresent()) {
            assertThat(back.pExact().getAsDouble()).isCloseTo(forward.pExact().getAsDouble(), within(1e-12));
        }
    }

    @RepeatedTest(10)
    void crossProductsAndRankPatternsMergeAndSubtractExactly(RepetitionInfo repetition) {
        draw(repetition);
        CrossProducts.Builder all = CrossProducts.builder(2);
        CrossProducts.Builder some = CrossProducts.builder(2);
        RankPatterns.Builder allOrders = RankPatterns.builder(3);
        RankPatterns.Builder someOrders = RankPatterns.builder(3);
        population.people().forEach(person -> {
            boolean inSome = random.nextBoolean();
            int later = 1 + random.nextInt(7);
            all.add(person.before(), person.now());
            allOrders.add(person.before(), person.now(), later);
            if (inSome) {
                some.add(person.before(), person.now());
                someOrders.add(person.before(), person.now(), later);
            }
        });

        assertThat(all.build().minus(some.build()).plus(some.build())).isEqualTo(all.build());
        assertThat(allOrders.build().minus(someOrders.build()).plus(someOrders.build()))
                .isEqualTo(allOrders.build());
    }

    @Test
    void takingAwaySomebodyWhoWasNeverCountedIsRefused() {
        PairTable table = PairTable.builder(1).add(3, 4).build();

        assertThatThrownBy(() -> table.minus(PairTable.builder(1).add(3, 5).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more pairs taken away");
        assertThatThrownBy(() -> table.plus(PairTable.builder(6).add(3, 5).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different units");
    }

    /** Every number of a paired report, in scale points where there is a unit; ranks as their ratio. */
    private static List<Object> everything(PairTable table) {
        SignedRank.Result test = SignedRank.withDefaults().test(table);
        return List.of(
                PairedMoments.of(table),
                test.p(),
                test.log10P(),
                test.z(),
                test.wPlus(),
                SignedRank.withDefaults().with(SignedRank.Zeros.PRATT).test(table),
                HodgesLehmann.withDefaults().estimate(table),
                EffectSize.withDefaults().of(table),
                PairedT.withDefaults().test(table),
                Quantiles.of(table.now(), table.unitsPerPoint()).quartiles(),
                Equivalence.withDefaults().test(table));
    }

    private static OptionalDouble negated(OptionalDouble value) {
        // 0.0 - x rather than -x: zero has no sign here
        return value.isPresent() ? OptionalDouble.of(0.0 - value.getAsDouble()) : value;
    }
}
