package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.section.Split.View;
import org.mentoringcommons.analytics.statistics.BrunnerMunzel;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.CrossProducts;
import org.mentoringcommons.analytics.statistics.Equivalence;
import org.mentoringcommons.analytics.statistics.HodgesLehmannShift;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.LinearModel;
import org.mentoringcommons.analytics.statistics.MannWhitney;
import org.mentoringcommons.analytics.statistics.MixedModel;
import org.mentoringcommons.analytics.statistics.WelchT;

/** Whether the gain of workshops held in person differs from that of workshops held online, on one scale. */
final class TwoGroups {

    private static final List<String> MODES = List.of("in_person", "online");
    private static final int IN_PERSON = 0;
    private static final int ONLINE = 1;

    private final Split split;
    private final long n;

    private TwoGroups(Sample sample) {
        this.split = new Split(sample, MODES, sample.pairsByMode(MODES));
        this.n = split.n(IN_PERSON) + split.n(ONLINE);
    }

    static List<Section> sections(List<Sample> samples) {
        List<TwoGroups> rows = samples.stream().map(TwoGroups::new).toList();
        return List.of(
                new Section(
                        "mode_comparison",
                        "In person and online",
                        List.of(
                                "Differences are online minus in person, in scale points. The mixed model allows for people"
                                        + " of a workshop being alike; the tests beside it do not. Workshops held both ways"
                                        + " at once are in neither group. Nobody was assigned to a mode: a difference is no"
                                        + " effect of the mode.",
                                Caveat.NOT_SIGNIFICANT),
                        rows.stream().map(TwoGroups::row).toList()),
                new Section(
                        "mode_comparison.groups",
                        "In person and online: the groups",
                        rows.stream().flatMap(row -> row.split.rows().stream()).toList()));
    }

    private Row row() {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("n_in_person", split.n(IN_PERSON), n));
        measures.add(Measure.count("n_online", split.n(ONLINE), n));
        mixed(measures);
        ranks(measures);
        means(measures);
        return new Row(split.scale(), measures);
    }

    private void mixed(List<Measure> to) {
        WorkshopModel model = new WorkshopModel(split.sample())
                .where(workshop -> MODES.contains(workshop.mode()))
                .with(workshop -> MODES.indexOf(workshop.mode()));
        MixedModel.Result fit = model.fit();
        to.addAll(model.effect("difference_mixed", "", fit, 1, 1));
    }

    private void ranks(List<Measure> to) {
        Counts inPerson = split.counts(IN_PERSON, View.GAIN);
        Counts online = split.counts(ONLINE, View.GAIN);
        BrunnerMunzel.Result brunner = BrunnerMunzel.withDefaults().test(inPerson, online);
        MannWhitney.Result mann = MannWhitney.withDefaults().test(online, inPerson);
        HodgesLehmannShift.Result shift = HodgesLehmannShift.withDefaults()
                .estimate(online, inPerson, split.sample().unitsPerPoint());
        to.add(Measure.number("online_larger", brunner.effect(), n, brunner.method(), brunner.outcome()));
        to.add(Measure.number("p_brunner_munzel", brunner.p(), n, brunner.method(), brunner.outcome()));
        to.add(Measure.number("p_mann_whitney", mann.pAsymptotic(), n, mann.method(), mann.outcome()));
        to.add(Measure.number(
                "p_mann_whitney_exact",
                mann.pExact(),
                n,
                mann.method(),
                mann.pAsymptotic().isPresent()
                        ? "there are too many people for the exact test"
                        : mann.outcome().explanation()));
        to.add(Measure.number("cliffs_delta", mann.cliffsDelta(), n, mann.method(), mann.outcome()));
        to.add(Measure.number("shift", shift.shift(), n, shift.method(), shift.outcome())
                .within(shift.interval()));
    }

    private void means(List<Measure> to) {
        WelchT.Result welch =
                WelchT.withDefaults().test(split.moments(ONLINE, View.GAIN), split.moments(IN_PERSON, View.GAIN));
        Equivalence.Result alike =
                Equivalence.withDefaults().test(split.moments(ONLINE, View.GAIN), split.moments(IN_PERSON, View.GAIN));
        to.add(Measure.number("difference", welch.difference(), n, welch.method(), welch.outcome())
                .within(welch.interval()));
        to.add(Measure.number("p_welch", welch.p(), n, welch.method(), welch.outcome()));
        to.add(Measure.number("hedges_g", welch.hedgesG(), n, welch.method(), welch.outcome()));
        LinearModel.Result ancova = LinearModel.withDefaults().fit(products());
        Optional<LinearModel.Coefficient> group = ancova.coefficients().size() > 2
                ? Optional.of(ancova.coefficients().get(2))
                : Optional.empty();
        double point = 1.0 / split.sample().unitsPerPoint();
        Optional<Interval> ends = group.map(found -> Ends.times(found.interval(), point));
        to.add(Measure.number(
                        "difference_ancova",
                        group.map(found -> OptionalDouble.of(found.estimate() * point))
                                .orElse(OptionalDouble.empty()),
                        n,
                        ancova.method(),
                        ancova.outcome())
                .within(ends));
        to.add(Measure.number(
                "p_ancova",
                group.map(LinearModel.Coefficient::p).orElse(OptionalDouble.empty()),
                n,
                ancova.method(),
                ancova.outcome()));
        to.add(Measure.number("p_equivalence", alike.p(), n, alike.method(), alike.outcome())
                .within(alike.interval()));
    }

    /** Before, whether online, now: now ~ before + mode. */
    private CrossProducts products() {
        CrossProducts.Builder rows = CrossProducts.builder(3);
        Map.of(IN_PERSON, 0.0, ONLINE, 1.0).forEach((group, online) -> split.tables()
                .get(group)
                .cells()
                .forEach((pair, count) -> rows.addTimes(count, pair.before(), online, pair.now())));
        return rows.build();
    }
}
