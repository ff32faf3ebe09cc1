package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.statistics.MetaAnalysis;
import org.mentoringcommons.analytics.statistics.MetaAnalysis.Pooled;
import org.mentoringcommons.analytics.statistics.Method;
import org.mentoringcommons.analytics.statistics.Moments;

/** Whether sites differ in what they gained: a meta-analysis a scale, then a row a site. */
record SitesSection(List<Sites> scales) {

    private static final Method SITE = new Method("mean gain of the site, ± 1.96 SD/√n", "1.0");
    private static final String FEW_SITES =
            "fewer than five sites with two people and different gains: mean and range only";
    private static final String ALONE = "fewer than two people at the site, or everybody gained alike";
    private static final String NOT_REFITTED = "too few sites, or more than are refitted one by one";

    List<Section> build() {
        return List.of(
                new Section(
                        "sites",
                        "Sites",
                        List.of(
                                "Random-effects meta-analysis of the sites' mean gains: REML, Hartung-Knapp intervals. A new"
                                        + " site's true mean gain is expected in the prediction interval. I² is the share of"
                                        + " variation that is between sites. Sites with fewer than two people, or where everybody"
                                        + " gained alike, are dropped and counted."),
                        scales.stream().map(SitesSection::together).toList()),
                new Section(
                        "sites.each",
                        "Each site",
                        List.of(
                                "A row is a disclosure about a site: it stays within the study's team. Adjusted for nothing;"
                                        + " sites differ in whom they taught."),
                        scales.stream().flatMap(scale -> each(scale)).toList()));
    }

    private static Row together(Sites sites) {
        MetaAnalysis.Result all = sites.together();
        Optional<Pooled> pooled = all.pooled();
        long k = all.k();
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.count("sites", k, sites.sites().size()));
        measures.add(Measure.count("dropped", all.dropped(), sites.sites().size()));
        measures.add(Measure.number("mean", all.mean(), k, all.method(), all.outcome())
                .within(pooled.map(Pooled::interval)));
        measures.add(number("smallest", all.range().map(MetaAnalysis.Range::smallest), k, all));
        measures.add(number("largest", all.range().map(MetaAnalysis.Range::largest), k, all));
        measures.add(number("prediction", pooled.map(p -> all.mean().getAsDouble()), k, all)
                .within(pooled.map(Pooled::predictionInterval)));
        measures.add(number("p", pooled.flatMap(p -> boxed(p.p())), k, all));
        measures.add(number("tau2", pooled.map(Pooled::tau2), k, all).within(pooled.flatMap(Pooled::tau2Interval)));
        measures.add(number("i2", pooled.map(Pooled::i2), k, all).within(pooled.flatMap(Pooled::i2Interval)));
        measures.add(number("q", pooled.map(Pooled::q), k, all));
        measures.add(number("p_q", pooled.map(Pooled::qP), k, all));
        return new Row(sites.key(), measures);
    }

    private static java.util.stream.Stream<Row> each(Sites sites) {
        return sites.sites().stream().map(site -> {
            Moments gain = site.gain();
            Method pooling = sites.together().method();
            return new Row(
                    sites.key() + " / " + site.name(),
                    Measure.count("n", gain.n(), sites.n()),
                    Measure.number("gain", gain.mean(), gain.n(), SITE, ALONE).within(site.interval()),
                    Measure.number("sd_gain", gain.sd(), gain.n(), Moments.METHOD, ALONE),
                    Measure.number("weight", number(site.weight()), gain.n(), pooling, FEW_SITES),
                    Measure.number("mean_without", number(site.withoutIt()), gain.n(), pooling, NOT_REFITTED));
        });
    }

    private static Measure number(String name, Optional<Double> value, long k, MetaAnalysis.Result all) {
        return Measure.number(name, number(value), k, all.method(), FEW_SITES);
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
