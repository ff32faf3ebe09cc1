package org.mentoringcommons.analytics.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/**
 * How far the answers about a workshop, or about all of an institution's workshops, are.
 *
 * @param workshop the workshop; null for the whole institution
 * @param population {@code evaluated}: everybody who answered, for the institution's own evaluation
 * @param results {@code unsuppressed} and live for evaluators; {@code thresholds} for everybody else
 */
@Schema(examples = ProgressView.EXAMPLE)
record ProgressView(
        @Schema(nullable = true) String workshop,
        @Schema(enumeration = "evaluated") String population,
        @Schema(enumeration = {"unsuppressed", "thresholds"}) String results,
        List<InstrumentView> instruments) {

    static final String UNSUPPRESSED = "unsuppressed";
    static final String THRESHOLDS = "thresholds";
    static final String EXAMPLE =
            """
            {"workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90", "population": "evaluated", "results": "thresholds",
             "instruments": [{"instrument": {"key": "skills", "version": "1"}, "waves": 1, "openWaves": 1,
               "closesAt": "2026-04-03T05:00:00Z", "invited": 16, "responded": 13, "imported": 0, "responseRate": 81.25,
               "scales": [{"scale": "communication", "figures": [
                 {"measure": "n", "value": 12, "text": "12", "status": "shown"},
                 {"measure": "mean_gain", "value": 0.8, "text": "0.8", "status": "shown"},
                 {"measure": "percent_improved", "value": null, "text": "50–75", "status": "shown"},
                 {"measure": "sd_gain", "value": null, "text": null, "status": "suppressed"}]}]}]}""";

    /**
     * The waves that asked with one version of an instrument. Counts are live whoever looks.
     *
     * @param closesAt when the last of them closes
     * @param responded how many of those asked here have answered
     * @param imported answers of people asked elsewhere: in the scales' figures, but in no rate and no completion
     * @param responseRate percent of the invited who responded; null if nobody was invited
     */
    record InstrumentView(
            InstrumentReference instrument,
            long waves,
            long openWaves,
            Instant closesAt,
            long invited,
            long responded,
            long imported,
            @Schema(nullable = true) Double responseRate,
            List<ScaleView> scales) {}

    /** A scale's figures; always the same ones in the same order. */
    record ScaleView(String scale, List<FigureView> figures) {}

    /**
     * A figure, in item points where it is about scores.
     *
     * @param value as a number, if it is one
     * @param text as it may be printed
     */
    record FigureView(
            String measure,
            @Schema(nullable = true) Number value,
            @Schema(nullable = true) String text,
            Status status) {}

    /** Whether a figure is there. */
    @Schema(name = "ProgressStatus")
    enum Status {
        @JsonProperty("shown")
        SHOWN,
        /** Not for whoever looks: too few people, or all of them gave one answer, or it would tell about others. */
        @JsonProperty("suppressed")
        SUPPRESSED,
        /** The data do not define it. */
        @JsonProperty("undefined")
        UNDEFINED
    }
}
