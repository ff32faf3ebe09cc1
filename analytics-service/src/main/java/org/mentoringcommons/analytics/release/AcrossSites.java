package org.mentoringcommons.analytics.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.MetaAnalysis;
import org.mentoringcommons.analytics.statistics.MetaAnalysis.Pooled;
import org.mentoringcommons.analytics.statistics.Method;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.SiteEffect;

/**
 * One scale across the sites that a release names: a random-effects meta-analysis of their lines as they are shown.
 *
 * @param scale its key
 * @param sites those of which a line is shown, in the order of their names
 * @param together all of them
 * @param without the pooled mean without each of them in turn; none below three
 */
record AcrossSites(String scale, List<Site> sites, MetaAnalysis.Result together, List<Double> without) {

    static final String SECTION = "sites";
    static final String CAVEAT =
            "Random-effects meta-analysis (REML, Hartung-Knapp) of the lines of the sites that agreed to be named and are"
                    + " large enough, as they are shown, rounded. Sites that are not shown are not in it: they are in the mean"
                    + " gain of everybody. Rounding adds at most 0.001 to the variance of a site's mean. Below five sites only"
                    + " mean and range are given. Sites differ in whom they taught; nothing is adjusted.";

    /** Refitting without each site in turn takes time with the square of their number. */
    private static final int LEAVE_OUT_UP_TO = 200;

    private static final String ROUNDED = " of site lines as released";

    /** A line of a site. */
    record Site(String name, Moments gain, Optional<Double> lower, Optional<Double> upper) {

        private static Optional<Site> of(Entry entry) {
            return entry.gain()
                    .map(gain -> new Site(
                            entry.site(),
                            gain,
                            entry.figure("ci_lower_gain").map(Double::valueOf),
                            entry.figure("ci_upper_gain").map(Double::valueOf)));
        }

        Optional<SiteEffect> effect() {
            return SiteEffect.ofGain(gain);
        }
    }

    static AcrossSites of(String scale, List<Entry> entries) {
        List<Site> sites =
                entries.stream().flatMap(entry -> Site.of(entry).stream()).toList();
        List<Optional<SiteEffect>> effects = sites.stream().map(Site::effect).toList();
        MetaAnalysis analysis = MetaAnalysis.withDefaults();
        MetaAnalysis.Result together = analysis.of(effects);
        boolean refitted = together.pooled().isPresent() && together.k() <= LEAVE_OUT_UP_TO;
        return new AcrossSites(scale, sites, together, refitted ? analysis.leaveOneOut(effects) : List.of());
    }

    /** {@return the sites that are pooled; one whose people all gained alike is not} */
    List<Site> usable() {
        return sites.stream().filter(site -> site.effect().isPresent()).toList();
    }

    /** {@return the report's lines that can be given} */
    List<Derived> derived() {
        List<Derived> lines = new ArrayList<>();
        Method method =
                new Method(together.method().name() + ROUNDED, together.method().version());
        long k = together.k();
        lines.add(Derived.count(SECTION, scale, "sites", k, method));
        lines.add(Derived.count(SECTION, scale, "dropped", together.dropped(), method));
        together.range().ifPresent(range -> {
            Derived mean =
                    Derived.number(SECTION, scale, "mean", together.mean().getAsDouble(), k, method);
            lines.add(together.pooled().map(Pooled::interval).map(mean::within).orElse(mean));
            lines.add(Derived.number(SECTION, scale, "smallest", range.smallest(), k, method));
            lines.add(Derived.number(SECTION, scale, "largest", range.largest(), k, method));
        });
        together.pooled().ifPresent(pooled -> pooled(pooled, k, method, lines));
        return lines;
    }

    private void pooled(Pooled pooled, long k, Method method, List<Derived> lines) {
        Derived prediction =
                Derived.number(SECTION, scale, "prediction", together.mean().getAsDouble(), k, method);
        lines.add(prediction.within(pooled.predictionInterval()));
        pooled.p().ifPresent(p -> lines.add(Derived.number(SECTION, scale, "p", p, k, method)));
        lines.add(within(Derived.number(SECTION, scale, "tau2", pooled.tau2(), k, method), pooled.tau2Interval()));
        lines.add(within(Derived.number(SECTION, scale, "i2", pooled.i2(), k, method), pooled.i2Interval()));
        lines.add(Derived.number(SECTION, scale, "q", pooled.q(), k, method));
        lines.add(Derived.number(SECTION, scale, "p_q", pooled.qP(), k, method));
        List<Site> usable = usable();
        for (int i = 0; i < usable.size(); i++) {
            Site site = usable.get(i);
            long n = site.gain().n();
            lines.add(Derived.number(
                            Derived.EACH_SITE, scale, "weight", pooled.weights().get(i), n, method)
                    .of(site.name()));
            if (i < without.size()) {
                lines.add(Derived.number(Derived.EACH_SITE, scale, "mean_without", without.get(i), n, method)
                        .of(site.name()));
            }
        }
    }

    private static Derived within(Derived derived, Optional<Interval> interval) {
        return interval.map(derived::within).orElse(derived);
    }
}
