package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.statistics.Interval;

/** Where an institution's mean lies among what is shown of everybody. */
class HereTest {

    @Test
    void itIsPutBetweenTheMarksThatAreShown() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String mark :
                new String[] {"p90_gain 2.0", "p10_gain -0.5", "median_gain 0.7", "q3_gain 1.2", "q1_gain 0.2"}) {
            shown.put(mark.split(" ")[0], mark.split(" ")[1]);
        }

        assertThat(Here.band(-0.51, shown)).isEqualTo("below p10_gain");
        assertThat(Here.band(-0.5, shown)).isEqualTo("from p10_gain to q1_gain");
        assertThat(Here.band(0.69, shown)).isEqualTo("from q1_gain to median_gain");
        assertThat(Here.band(0.7, shown)).isEqualTo("from median_gain to q3_gain");
        assertThat(Here.band(1.99, shown)).isEqualTo("from q3_gain to p90_gain");
        assertThat(Here.band(2.0, shown)).isEqualTo("from p90_gain on");
    }

    @Test
    void aNewSiteIsExpectedWithinThePredictionIntervalItsEndsIncluded() {
        Optional<Interval> prediction = Optional.of(new Interval(-0.3, 1.5, 0.95));

        assertThat(Here.expected(-0.31, prediction)).isFalse();
        assertThat(Here.expected(-0.3, prediction)).isTrue();
        assertThat(Here.expected(1.5, prediction)).isTrue();
        assertThat(Here.expected(1.51, prediction)).isFalse();
        assertThat(Here.expected(0.7, Optional.empty())).isNull();
    }

    @Test
    void thePredictionIsReadFromWhatIsFrozen() {
        ReleasedGains gains = new ReleasedGains(
                """
                {"cells": [{"cell": {}, "section": "gains", "measure": "both",
                            "figures": [{"measure": "mean_gain", "value": "0.7"}, {"measure": "sd_gain", "value": null},
                                        {"measure": "mean_now", "value": "5.1"}]},
                           {"cell": {"mode": "online"}, "section": "gains", "measure": "both",
                            "figures": [{"measure": "mean_gain", "value": "9.9"}]}],
                 "derived": [{"section": "sites", "row": "other", "measure": "prediction", "lower": "8", "upper": "9"},
                             {"section": "sites", "row": "both", "measure": "mean", "lower": "6", "upper": "7"},
                             {"section": "sites", "row": "both", "measure": "prediction", "lower": "-0.3", "upper": "1.5"}]}"""
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(gains.of("both").orElseThrow().figures()).isEqualTo(Map.of("mean_gain", "0.7"));
        assertThat(gains.of("both").orElseThrow().prediction())
                .hasValueSatisfying(prediction -> assertThat(prediction.lower()).isEqualTo(-0.3));
        assertThat(gains.of("nothing")).isEmpty();
    }
}
