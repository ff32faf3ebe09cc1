package org.mentoringcommons.analytics.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.progress.OwnScores;
import org.mentoringcommons.analytics.statistics.Interval;
import org.mentoringcommons.analytics.statistics.Moments;
import org.mentoringcommons.analytics.statistics.PairTable;

/**
 * Where an institution is among everybody: its own numbers, which are its own, beside those that a release shows of gains. It
 * is told where its mean lies among the gains of people, and among the gains that a new site may have; never a rank.
 */
@ApplicationScoped
class Here {

    private static final List<String> MARKS = List.of("p10_gain", "q1_gain", "median_gain", "q3_gain", "p90_gain");

    private final OwnScores own;

    Here(OwnScores own) {
        this.own = own;
    }

    /** {@return a line a scale that the release tells of and the institution has scores of} */
    List<HereView.Scale> scales(Inclusion inclusion, ReleasedGains released) {
        List<HereView.Scale> scales = new ArrayList<>();
        for (InstrumentReference instrument : inclusion.instruments()) {
            own.of(instrument).orElse(Map.of()).forEach((scale, table) -> released.of(scale)
                    .filter(some -> !table.isEmpty())
                    .ifPresent(some -> scales.add(line(instrument, scale, table, some))));
        }
        return scales;
    }

    private static HereView.Scale line(
            InstrumentReference instrument, String scale, PairTable table, ReleasedGains.Scale released) {
        Moments gain = Moments.of(table.differences(), table.unitsPerPoint());
        OptionalDouble mean = gain.mean();
        return new HereView.Scale(
                scale,
                instrument,
                gain.n(),
                mean.isPresent() ? mean.getAsDouble() : null,
                gain.sd().isPresent() ? gain.sd().getAsDouble() : null,
                released.figures(),
                mean.isPresent() ? band(mean.getAsDouble(), released.figures()) : null,
                released.prediction().orElse(null),
                mean.isPresent() ? expected(mean.getAsDouble(), released.prediction()) : null);
    }

    /** Whether a new site may have such a mean; null if no prediction interval is shown. */
    static Boolean expected(double mean, Optional<Interval> prediction) {
        return prediction
                .map(interval -> interval.lower() <= mean && mean <= interval.upper())
                .orElse(null);
    }

    /** Between which of the marks that are shown of everybody a mean lies; as coarse as what is shown. */
    static String band(double mean, Map<String, String> figures) {
        Map<String, Double> marks = new LinkedHashMap<>();
        MARKS.forEach(mark ->
                Optional.ofNullable(figures.get(mark)).map(Double::valueOf).ifPresent(value -> marks.put(mark, value)));
        if (marks.isEmpty()) {
            return null;
        }
        String below = null;
        for (Map.Entry<String, Double> mark : marks.entrySet()) {
            if (mean < mark.getValue()) {
                return below == null ? "below " + mark.getKey() : "from " + below + " to " + mark.getKey();
            }
            below = mark.getKey();
        }
        return "from " + below + " on";
    }
}
