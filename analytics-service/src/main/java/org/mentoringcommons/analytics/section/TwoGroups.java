package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.section.Split.View;
import org.mentoringcommons.analytics.statistics.BrunnerMunzel;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.CrossProducts;
import org.mentoringcommons.analytics.statistics.Equivalence;
import org.mentoringcommons.analytics.statistics.HodgesLehmannShift;
import org.mentoringcommons.analytics.statistics.LinearModel;
import org.mentoringcommons.analytics.statistics.MannWhitney;
import org.mentoringcommons.analytics.statistics.WelchT;

/** Whether the gain of a second group differs from that of a first, on one scale. Differences are second minus first. */
final class TwoGroups {

    private static final String TOO_MANY = "there are too many people for the exact test";

    private final Split split;
    private final Counts first;
    private final Counts second;
    private final long n;

    TwoGroups(Split split) {
        this.split = split;
        this.first = split.counts(0, View.GAIN);
        this.second = split.counts(1, View.GAIN);
        this.n = first.n() + second.n();
    }

    /**
     * All tests of one scale.
     *
     * @param property of the workshop that tells the groups apart, if it is one: then workshops, too, are compared
     */
    Row row(Optional<Function<DeliveredWorkshop, String>> property) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("n_first", first.n(), n));
        measures.add(Measure.count("n_second", second.n(), n));
        property.ifPresent(told -> workshops(told, measures));
        ranks(measures);
        means(measures);
        adjusted(measures);
        return new Row(split.scale(), measures);
    }

    private void workshops(Function<DeliveredWorkshop, String> property, List<Measure> to) {
        List<String> groups = split.groups();
        WorkshopModel model = new WorkshopModel(split.sample())
                .where(workshop -> groups.contains(property.apply(workshop)))
                .with(workshop -> groups.indexOf(property.apply(workshop)));
        to.addAll(model.effect("difference_mixed", "", model.fit(), 1, 1));
    }

    private void ranks(List<Measure> to) {
        BrunnerMunzel.Result brunner = BrunnerMunzel.withDefaults().test(first, second);
        MannWhitney.Result mann = MannWhitney.withDefaults().test(second, first);
        HodgesLehmannShift.Result shift = HodgesLehmannShift.withDefaults()
                .estimate(second, first, split.sample().unitsPerPoint());
        String inexact =
                mann.pAsymptotic().isPresent() ? TOO_MANY : mann.outcome().explanation();
        to.add(Measure.number("second_larger", brunner.effect(), n, brunner.method(), brunner.outcome()));
        to.add(Measure.number("p_brunner_munzel", brunner.p(), n, brunner.method(), brunner.outcome()));
        to.add(Measure.number("p_mann_whitney", mann.pAsymptotic(), n, mann.method(), mann.outcome()));
        to.add(Measure.number("p_mann_whitney_exact", mann.pExact(), n, mann.method(), inexact));
        to.add(Measure.number("cliffs_delta", mann.cliffsDelta(), n, mann.method(), mann.outcome()));
        to.add(Measure.number("shift", shift.shift(), n, shift.method(), shift.outcome())
                .within(shift.interval()));
    }

    private void means(List<Measure> to) {
        WelchT.Result welch = WelchT.withDefaults().test(split.moments(1, View.GAIN), split.moments(0, View.GAIN));
        Equivalence.Result alike =
                Equivalence.withDefaults().test(split.moments(1, View.GAIN), split.moments(0, View.GAIN));
        to.add(Measure.number("difference", welch.difference(), n, welch.method(), welch.outcome())
                .within(welch.interval()));
        to.add(Measure.number("p_welch", welch.p(), n, welch.method(), welch.outcome()));
        to.add(Measure.number("hedges_g", welch.hedgesG(), n, welch.method(), welch.outcome()));
        to.add(Measure.number("difference_equivalence", alike.difference(), n, alike.method(), alike.outcome())
                .within(alike.interval()));
        to.add(Measure.number("p_equivalence", alike.p(), n, alike.method(), alike.outcome()));
    }

    /** now ~ before + group. */
    private void adjusted(List<Measure> to) {
        CrossProducts.Builder rows = CrossProducts.builder(3);
        for (int group = 0; group < 2; group++) {
            double isSecond = group;
            split.tables()
                    .get(group)
                    .cells()
                    .forEach((pair, count) -> rows.addTimes(count, pair.before(), isSecond, pair.now()));
        }
        LinearModel.Result fit = LinearModel.withDefaults().fit(rows.build());
        Optional<LinearModel.Coefficient> found =
                fit.coefficients().size() > 2 ? Optional.of(fit.coefficients().get(2)) : Optional.empty();
        double point = 1.0 / split.sample().unitsPerPoint();
        OptionalDouble difference =
                found.map(group -> OptionalDouble.of(group.estimate() * point)).orElse(OptionalDouble.empty());
        OptionalDouble p = found.map(LinearModel.Coefficient::p).orElse(OptionalDouble.empty());
        to.add(Measure.number("difference_ancova", difference, n, fit.method(), fit.outcome())
                .within(found.map(group -> Ends.times(group.interval(), point))));
        to.add(Measure.number("p_ancova", p, n, fit.method(), fit.outcome()));
    }
}
