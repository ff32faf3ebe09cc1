package org.mentoringcommons.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that can occur but give nothing to compute: an explained outcome, never NaN, never an exception. */
class DegenerateDataTest {
    private static final Counts EMPTY = Counts.none();
    private static final Counts ONE = Counts.ofValues(3);
    private static final Counts EQUAL = Counts.ofValues(2, 2, 2);
    private static final Counts ZERO = Counts.ofValues(0, 0, 0, 0);
    private static final Counts VARIED = Counts.ofValues(-1, 0, 1, 1, 2, 5);
    private static final List<Counts> ALL = List.of(EMPTY, ONE, EQUAL, ZERO, VARIED);

    static Stream<PairTable> oddTables() {
        return ALL.stream().map(DegenerateDataTest::table);
    }

    @ParameterizedTest
    @MethodSource("oddTables")
    void everyPairedFigureIsANumberOrAbsentWithAReason(PairTable table) {
        List<Record> results = List.of(
                SignedRank.withDefaults().test(table),
                SignedRank.withDefaults().with(SignedRank.Zeros.PRATT).test(table),
                SignedRank.withDefaults().with(SignedRank.Zeros.SPLIT).test(table),
                PairedMoments.of(table),
                PairedT.withDefaults().test(table),
                EffectSize.withDefaults().of(table),
                HodgesLehmann.withDefaults().estimate(table),
                HodgesLehmann.withDefaults().with(HodgesLehmann.Cut.NORMAL).estimate(table),
                MarginalHomogeneity.of(table),
                Equivalence.withDefaults().test(table));

        results.forEach(DegenerateDataTest::assertHoldsOnlyNumbers);
        assertThat(Quantiles.of(table.now(), 1).quartiles().isPresent()).isEqualTo(!table.isEmpty());
        assertThat(Quantiles.of(table.now(), 1).whiskers().isPresent()).isEqualTo(!table.isEmpty());
    }

    @Test
    void everyTwoGroupFigureIsANumberOrAbsentWithAReason() {
        for (Counts one : ALL) {
            for (Counts other : ALL) {
                TreeMap<String, Counts> groups = new TreeMap<>();
                groups.put("a", one);
                groups.put("b", other);
                List<Record> results = List.of(
                        MannWhitney.withDefaults().test(one, other),
                        BrunnerMunzel.withDefaults().test(one, other),
                        WelchT.withDefaults().test(Moments.of(one, 1), Moments.of(other, 1)),
                        Equivalence.withDefaults().test(Moments.of(one, 1), Moments.of(other, 1)),
                        HodgesLehmannShift.withDefaults().estimate(one, other, 1),
                        KruskalWallis.withDefaults().test(List.of(one, other)),
                        DunnHolm.withDefaults().test(groups),
                        ClusteredSignedRank.withDefaults().test(List.of(one, other)),
                        IntraclassCorrelation.of(List.of(one, other)),
                        MixedModel.withDefaults().fit(List.of(CrossProducts.of(one), CrossProducts.of(other))));

                results.forEach(DegenerateDataTest::assertHoldsOnlyNumbers);
            }
        }
    }

    @Test
    void theReasonIsNamed() {
        assertThat(SignedRank.withDefaults().test(EMPTY).outcome()).isEqualTo(Outcome.NO_DATA);
        assertThat(SignedRank.withDefaults().test(ZERO).outcome()).isEqualTo(Outcome.ALL_ZERO);
        assertThat(PairedT.withDefaults().test(table(EQUAL)).outcome()).isEqualTo(Outcome.CONSTANT);
        assertThat(PairedT.withDefaults().test(table(ONE)).outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(KruskalWallis.withDefaults().test(List.of(VARIED, EMPTY)).outcome())
                .isEqualTo(Outcome.ONE_GROUP);
        assertThat(KruskalWallis.withDefaults().test(List.of(EQUAL, EQUAL)).outcome())
                .isEqualTo(Outcome.CONSTANT);
        assertThat(MetaAnalysis.withDefaults().of(List.of()).outcome()).isEqualTo(Outcome.NO_DATA);
    }

    @Test
    void oneSiteGivesItsMeanAndNothingMoreAndSitesWithoutVariationAreCounted() {
        Optional<SiteEffect> usable = SiteEffect.ofGain(12, 0.7, 0.9);

        MetaAnalysis.Result result = MetaAnalysis.withDefaults()
                .of(List.of(usable, SiteEffect.ofGain(1, 0.3, 0), SiteEffect.ofGain(9, 0.5, 0)));

        assertThat(result.outcome()).isEqualTo(Outcome.ONE_GROUP);
        assertThat(result.mean()).isEqualTo(OptionalDouble.of(0.7));
        assertThat(result.dropped()).isEqualTo(2);
        assertThat(result.pooled()).isEmpty();
        assertHoldsOnlyNumbers(result);
    }

    @Test
    void fourSitesGiveMeanAndRangeFiveGiveEverything() {
        List<Optional<SiteEffect>> five = Stream.of(0.1, 0.4, 0.5, 0.6, 0.9)
                .map(mean -> SiteEffect.ofGain(20, mean, 1))
                .toList();

        MetaAnalysis.Result four = MetaAnalysis.withDefaults().of(five.subList(0, 4));
        MetaAnalysis.Result all = MetaAnalysis.withDefaults().of(five);

        assertThat(four.outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(four.range()).contains(new MetaAnalysis.Range(0.1, 0.6));
        assertThat(four.pooled()).isEmpty();
        assertThat(all.pooled()).isPresent();
        assertHoldsOnlyNumbers(all);
    }

    @Test
    void equalSitesHaveNoHeterogeneityAndNoTest() {
        List<Optional<SiteEffect>> equal = java.util.Collections.nCopies(6, SiteEffect.ofGain(20, 0.5, 1));

        for (MetaAnalysis.Estimator estimator : MetaAnalysis.Estimator.values()) {
            MetaAnalysis.Result result =
                    MetaAnalysis.withDefaults().with(estimator).of(equal);

            assertHoldsOnlyNumbers(result);
            assertThat(result.pooled().orElseThrow().tau2()).isZero();
            assertThat(result.pooled().orElseThrow().tau2Interval()).isEmpty();
        }
    }

    @Test
    void reliabilityAndAgreementExplainThemselves() {
        CrossProducts constant = CrossProducts.builder(3).addTimes(5, 4, 4, 4).build();
        CrossProducts equalItems = CrossProducts.builder(3)
                .addTimes(5, 4, 4, 4)
                .addTimes(5, 6, 6, 6)
                .build();

        assertHoldsOnlyNumbers(Reliability.withDefaults().of(constant));
        assertThat(Reliability.withDefaults().of(constant).outcome()).isEqualTo(Outcome.CONSTANT);
        assertThat(Reliability.withDefaults()
                        .of(CrossProducts.builder(3).build())
                        .outcome())
                .isEqualTo(Outcome.NO_DATA);
        assertThat(Reliability.withDefaults().of(equalItems).alpha().getAsDouble())
                .isBetween(1 - 1e-12, 1 + 1e-12);
        assertHoldsOnlyNumbers(Reliability.withDefaults().of(equalItems));
        assertThat(AgreementTable.ofCode(0, 0, 0, 0).kappa()).isEmpty();
        assertThat(AgreementTable.ofCode(0, 0, 0, 9).outcome()).isEqualTo(Outcome.CONSTANT);
        assertThat(AgreementTable.ofCode(0, 0, 0, 9).kappaInterval(0.95)).isEmpty();
        assertThat(KrippendorffAlpha.builder().add(3).build().outcome()).isEqualTo(Outcome.NO_DATA);
    }

    @Test
    void proportionsOfNobodyAreAbsentAndImpossibleOnesRefused() {
        assertThat(new Proportion(0, 0).value()).isEmpty();
        assertThat(new Proportion(0, 0).wilson()).isEmpty();
        assertThat(new Proportion(0, 0).perMille()).isEmpty();
        assertThat(new McNemar(0, 0).midP()).isEmpty();
        assertThat(new ContingencyTable(0, 0, 3, 4).outcome()).isEqualTo(Outcome.ONE_GROUP);
        assertThat(new ContingencyTable(0, 0, 3, 4).fisherP()).isEqualTo(1);
        assertThat(ResponseRate.of(List.of()).mean()).isEmpty();
        assertThat(ResponseRate.of(List.of(new Proportion(0, 0))).withoutInvitation())
                .isEqualTo(1);
        assertThatThrownBy(() -> new Proportion(11, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dependentPredictorsAreNotEstimableRatherThanWrong() {
        CrossProducts.Builder rows = CrossProducts.builder(3);
        for (int x = 1; x <= 9; x++) {
            rows.add(x, 2.0 * x, x % 4);
        }

        assertThat(LinearModel.withDefaults().fit(rows.build()).outcome()).isEqualTo(Outcome.NOT_ESTIMABLE);
        assertThat(MixedModel.withDefaults()
                        .fit(List.of(rows.build(), rows.build()))
                        .outcome())
                .isEqualTo(Outcome.NOT_ESTIMABLE);
    }

    @Test
    void tenMillionPeopleNeitherOverflowNorUnderflowUnnoticed() {
        PairTable table = PairTable.builder(1)
                .add(3, 5, 60_000_000)
                .add(4, 4, 30_000_000)
                .add(6, 5, 10_000_000)
                .build();

        SignedRank.Result test = SignedRank.withDefaults().test(table);
        PairedT.Result t = PairedT.withDefaults().test(table);

        assertThat(test.pAsymptotic()).isEqualTo(OptionalDouble.of(0));
        assertThat(test.log10P().getAsDouble()).isBetween(-1e8, -1e6);
        assertThat(t.log10P().getAsDouble()).isBetween(-1e8, -1e6);
        assertThat(test.wPlus() + test.wMinus()).isEqualTo(70_000_000.0 * 70_000_001 / 2);
        assertHoldsOnlyNumbers(HodgesLehmann.withDefaults().estimate(table));
        assertHoldsOnlyNumbers(KruskalWallis.withDefaults().test(List.of(table.before(), table.now())));
    }

    private static PairTable table(Counts differences) {
        PairTable.Builder table = PairTable.builder(1);
        differences.toMap().forEach((difference, count) -> table.add(10, 10 + difference, count));
        return table.build();
    }

    private static void assertHoldsOnlyNumbers(Object result) {
        if (result instanceof Record some) {
            for (RecordComponent component : some.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    assertHoldsOnlyNumbers(component.getAccessor().invoke(some));
                } catch (IllegalAccessException | InvocationTargetException unreadable) {
                    throw new AssertionError(unreadable);
                }
            }
        } else if (result instanceof Optional<?> some) {
            some.ifPresent(DegenerateDataTest::assertHoldsOnlyNumbers);
        } else if (result instanceof Collection<?> many) {
            many.forEach(DegenerateDataTest::assertHoldsOnlyNumbers);
        } else if (result instanceof OptionalDouble some) {
            some.ifPresent(DegenerateDataTest::assertHoldsOnlyNumbers);
        } else if (result instanceof Double number) {
            assertThat(number).isFinite();
        } else {
            assertThat(result).isNotNull();
        }
    }
}
