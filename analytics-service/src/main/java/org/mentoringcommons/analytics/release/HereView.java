package org.mentoringcommons.analytics.release;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.statistics.Interval;

/**
 * An institution's own gains beside those that a release shows.
 *
 * @param caveats what is to be known by whoever compares
 */
@Schema(
        examples =
                """
                {"release": 3, "study": "spring-cohort", "title": "Mentoring skills after workshops",
                 "scales": [{"scale": "communication", "instrument": {"key": "mca", "version": "26"}, "n": 31,
                 "meanGain": 0.81, "sdGain": 0.9, "released": {"n": "412", "mean_gain": "0.7", "median_gain": "0.7"},
                 "band": "from median_gain on", "prediction": null, "withinPrediction": null}], "caveats": []}""")
record HereView(int release, String study, String title, List<Scale> scales, List<String> caveats) {

    static final List<String> CAVEATS = List.of(
            "Your numbers are of all your answers to the instrument up to now, of all your workshops, given for research or"
                    + " not; the release counts those given for research, of workshops that its study includes.",
            "The bands are of people: they say where your people's mean lies among the gains of single people of all"
                    + " institutions, yours included. Means of institutions lie closer together. It is no rank.",
            "Institutions differ in whom they taught, what, when and how. A difference is no effect.");

    /**
     * One scale.
     *
     * @param n your people with a score
     * @param meanGain theirs, in points; null if nobody has a score
     * @param sdGain standard deviation; null below two people
     * @param released figures of everybody's gains that the release shows, by name
     * @param band between which of the marks shown your mean lies; null if none is shown
     * @param prediction where the true mean gain of a new site is expected; null where fewer than five sites are shown
     * @param withinPrediction whether your mean lies there
     */
    @Schema(name = "HereScale")
    record Scale(
            String scale,
            InstrumentReference instrument,
            long n,
            @Schema(nullable = true) Double meanGain,
            @Schema(nullable = true) Double sdGain,
            Map<String, String> released,
            @Schema(nullable = true) String band,
            @Schema(nullable = true) Interval prediction,
            @Schema(nullable = true) Boolean withinPrediction) {}
}
