package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.statistics.Counts;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.MetaAnalysis;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.SiteEffect;

/** One scale's gain at each site, and all sites together as a random-effects meta-analysis. */
public final class Sites {

    /** Refitting without each site in turn takes time with the square of their number. */
    private static final int LEAVE_OUT_UP_TO = 200;

    /** The 97.5th percentile of the normal law. */
    private static final double Z = 1.959963984540054;

    private final Sample sample;
    private final List<Site> sites;
    private final MetaAnalysis.Result together;

    /**
     * One site.
     *
     * @param name the institution's alias
     * @param gain n, mean and SD of the gain in scale points
     * @param effect its estimate and variance; none for fewer than two people or where everybody gained alike
     * @param weight of the site in percent, where there are enough sites
     * @param withoutIt pooled mean of the other sites
     */
    public record Site(
            String name,
            Moments gain,
            Optional<SiteEffect> effect,
            Optional<Double> weight,
            Optional<Double> withoutIt) {

        /** {@return the gain ± 1.96 standard errors, as forest plots draw it} */
        public Optional<Interval> interval() {
            return effect.map(found -> {
                double half = Z * Math.sqrt(found.variance());
                return new Interval(found.estimate() - half, found.estimate() + half, 0.95);
            });
        }
    }

    Sites(Sample sample, Map<String, String> aliases) {
        this.sample = sample;
        List<Counts> gains = sample.gainsBySite();
        List<String> institutions = sample.places().institutions();
        List<Integer> answered = IntStream.range(0, gains.size())
                .filter(site -> !gains.get(site).isEmpty())
                .boxed()
                .sorted(java.util.Comparator.comparing(site -> name(institutions.get(site), aliases)))
                .toList();
        List<Moments> moments = answered.stream()
                .map(site -> Moments.of(gains.get(site), sample.unitsPerPoint()))
                .toList();
        List<Optional<SiteEffect>> effects =
                moments.stream().map(SiteEffect::ofGain).toList();
        this.together = MetaAnalysis.withDefaults().of(effects);
        List<Double> weights =
                together.pooled().map(MetaAnalysis.Pooled::weights).orElse(List.of());
        List<Double> without =
                together.k() <= LEAVE_OUT_UP_TO ? MetaAnalysis.withDefaults().leaveOneOut(effects) : List.of();
        int[] usable = {0};
        this.sites = IntStream.range(0, answered.size())
                .mapToObj(i -> {
                    boolean present = effects.get(i).isPresent();
                    int at = present ? usable[0]++ : Integer.MAX_VALUE;
                    return new Site(
                            name(institutions.get(answered.get(i)), aliases),
                            moments.get(i),
                            effects.get(i),
                            at(weights, at),
                            at(without, at));
                })
                .toList();
    }

    private static String name(String institution, Map<String, String> aliases) {
        return aliases.getOrDefault(institution, institution);
    }

    private static Optional<Double> at(List<Double> values, int position) {
        return position < values.size() ? Optional.of(values.get(position)) : Optional.empty();
    }

    /** {@return the scale's key} */
    public String key() {
        return sample.key();
    }

    /** {@return everybody with a score, at whatever site} */
    public long n() {
        return sample.pairs().n();
    }

    /** {@return sites where somebody has a score, in the order of their names} */
    public List<Site> sites() {
        return sites;
    }

    /** {@return all of them together} */
    public MetaAnalysis.Result together() {
        return together;
    }
}
