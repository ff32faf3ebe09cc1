package org.mentoringcommons.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.statistics.PairTable;
import org.mentoringcommons.analytics.statistics.PairedMoments;
import org.mentoringcommons.analytics.statistics.Quantiles;

/** The table of what may be shown of how many people. */
class ThresholdViewTest {

    private static final Thresholds DEFAULTS = Thresholds.withDefaults();
    private static final Set<String> MEANS = Set.of("n", "mean_before", "mean_now", "mean_gain");
    private static final Set<String> MEDIANS = Set.of("median_before", "median_now", "median_gain", "percent_improved");
    private static final Set<String> SPREADS =
            Set.of("sd_before", "sd_now", "sd_gain", "ci_lower_gain", "ci_upper_gain", "p_band");
    private static final Set<String> EXACT = Set.of("p", "w_plus", "n_positive", "n_negative", "n_zero");

    @ParameterizedTest
    @CsvSource({
        "0,OWN_FACILITATOR,NOTHING",
        "4,OWN_FACILITATOR,NOTHING",
        "5,OWN_FACILITATOR,BANDED",
        "10,OWN_FACILITATOR,BANDED",
        "5,OTHERS,NOTHING",
        "10,OTHERS,NOTHING",
        "11,OTHERS,MEDIAN",
        "11,OWN_FACILITATOR,MEDIAN",
        "19,OTHERS,MEDIAN",
        "20,OTHERS,SPREAD",
        "29,OTHERS,SPREAD",
        "30,OTHERS,QUARTILES",
        "99,OTHERS,QUARTILES",
        "100,OTHERS,EXACT",
        "10000000,OTHERS,EXACT"
    })
    void what_is_shown_depends_on_how_many_there_are_and_on_who_looks(int people, Audience audience, Detail detail) {
        assertThat(DEFAULTS.detail(people, audience)).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"4,0", "5,4", "10,4", "11,8", "19,8", "20,14", "29,14", "30,26", "99,26", "100,31"})
    void each_step_adds_its_figures_and_nothing_else(int people, int figures) {
        Set<String> expected = new TreeSet<>();
        if (people >= 5) expected.addAll(MEANS);
        if (people >= 11) expected.addAll(MEDIANS);
        if (people >= 20) expected.addAll(SPREADS);
        if (people >= 30) {
            for (String variable : List.of("before", "now", "gain")) {
                for (String quantile : List.of("p10_", "q1_", "q3_", "p90_")) expected.add(quantile + variable);
            }
        }
        if (people >= 100) expected.addAll(EXACT);

        Map<String, String> shown = shown(varied(people, 1), Audience.OWN_FACILITATOR);

        assertThat(shown.keySet()).isEqualTo(expected).hasSize(figures);
    }

    @Test
    void of_five_to_ten_the_number_is_a_band_and_others_see_nothing() {
        assertThat(shown(varied(7, 1), Audience.OWN_FACILITATOR)).containsEntry("n", "5–10");
        assertThat(shown(varied(7, 1), Audience.OTHERS)).isEmpty();
        assertThat(shown(varied(11, 1), Audience.OTHERS)).containsEntry("n", "11");
    }

    @Test
    void the_figures_and_their_order_are_the_same_whatever_is_hidden() {
        List<List<String>> shapes = new ArrayList<>();
        for (int people : new int[] {0, 3, 7, 15, 25, 50, 200}) {
            shapes.add(ThresholdView.of(varied(people, 2), DEFAULTS, Audience.OTHERS).stream()
                    .map(Figure::measure)
                    .toList());
        }
        shapes.add(
                ThresholdView.suppressed(DEFAULTS).stream().map(Figure::measure).toList());

        assertThat(shapes.stream().distinct()).hasSize(1);
        assertThat(ThresholdView.suppressed(DEFAULTS))
                .allMatch(figure -> figure.text().isEmpty());
    }

    @Test
    void where_everybody_is_equal_the_variable_is_hidden_and_the_others_are_not() {
        PairTable.Builder table = PairTable.builder(1);
        for (int i = 0; i < 40; i++) table.add(1 + i % 5, 7);

        Map<String, String> shown = shown(table.build(), Audience.OTHERS);

        assertThat(shown).containsKeys("mean_before", "mean_gain").doesNotContainKeys("mean_now", "sd_now", "q1_now");
    }

    @Test
    void a_share_is_a_quarter_until_a_hundred_and_hidden_if_fewer_than_three_differ() {
        assertThat(new Share(3, 11).shown(DEFAULTS, Audience.OTHERS)).contains("25–50");
        assertThat(new Share(8, 11).shown(DEFAULTS, Audience.OTHERS)).contains("50–75");
        assertThat(new Share(9, 11).shown(DEFAULTS, Audience.OTHERS)).isEmpty();
        assertThat(new Share(2, 11).shown(DEFAULTS, Audience.OTHERS)).isEmpty();
        assertThat(new Share(11, 11).shown(DEFAULTS, Audience.OTHERS)).isEmpty();
        assertThat(new Share(5, 20).shown(DEFAULTS, Audience.OTHERS)).contains("25–50");
        assertThat(new Share(15, 20).shown(DEFAULTS, Audience.OTHERS)).contains("75–100");
        assertThat(new Share(77, 99).shown(DEFAULTS, Audience.OTHERS)).contains("75–100");
        assertThat(new Share(123, 200).shown(DEFAULTS, Audience.OTHERS)).contains("61.5");
        assertThat(new Share(5, 10).shown(DEFAULTS, Audience.OWN_FACILITATOR)).isEmpty();
        assertThatThrownBy(() -> new Share(12, 11)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exact_statistics_wait_until_no_count_is_small() {
        PairTable.Builder table = PairTable.builder(1);
        for (int i = 0; i < 110; i++) table.add(3, 4 + i % 2);
        for (int i = 0; i < 40; i++) table.add(2 + i % 2, 2 + i % 2);
        assertThat(shown(table.build(), Audience.OTHERS)).containsKey("p").containsEntry("n_negative", "0");

        table.add(5, 4);

        assertThat(shown(table.build(), Audience.OTHERS)).doesNotContainKeys("p", "w_plus", "n_negative", "n_zero");
    }

    @Test
    void rounded_figures_agree_with_the_unrounded_ones() {
        for (int people : new int[] {30, 31, 57, 99, 100, 250}) {
            PairTable table = varied(people, 6);
            Map<String, String> shown = shown(table, Audience.OTHERS);
            PairedMoments moments = PairedMoments.of(table);
            Quantiles now = Quantiles.of(table.now(), 6);
            assertThat(Double.parseDouble(shown.get("mean_now")))
                    .isCloseTo(moments.now().mean().getAsDouble(), within());
            assertThat(Double.parseDouble(shown.get("sd_gain")))
                    .isCloseTo(moments.gain().sd().getAsDouble(), within());
            assertThat(Double.parseDouble(shown.get("median_now")))
                    .isCloseTo(now.median().getAsDouble(), within());
            assertThat(Double.parseDouble(shown.get("p90_now")))
                    .isCloseTo(now.at(.9, Quantiles.Type.TYPE_7).getAsDouble(), within());
        }
    }

    @Test
    void a_sum_is_hidden_beside_its_parts_while_the_rest_is_small_or_uniform() {
        SumOfParts.Part large = new SumOfParts.Part(varied(20, 1), Audience.OTHERS);
        SumOfParts.Part small = new SumOfParts.Part(varied(4, 1), Audience.OTHERS);
        SumOfParts.Part own = new SumOfParts.Part(varied(8, 1), Audience.OWN_FACILITATOR);
        SumOfParts.Part others = new SumOfParts.Part(varied(8, 1), Audience.OTHERS);
        PairTable.Builder equal = PairTable.builder(1);
        for (int i = 0; i < 15; i++) equal.add(4, 7);

        assertThat(isShown(large)).isTrue();
        assertThat(isShown(large, small)).isFalse();
        assertThat(isShown(large, small, others)).isTrue(); // twelve people stay hidden
        assertThat(isShown(large, small, own)).isFalse(); // the one who looks knows eight of them
        assertThat(isShown(large, new SumOfParts.Part(equal.build(), Audience.OTHERS)))
                .isFalse();
    }

    @Test
    void thresholds_that_contradict_each_other_are_none() {
        assertThatThrownBy(() -> new Thresholds(5, 4, 20, 30, 100, 11, 3, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Thresholds(1, 11, 20, 30, 100, 11, 3, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isShown(SumOfParts.Part... parts) {
        return new SumOfParts(List.of(parts), 1)
                .figures(DEFAULTS).stream().anyMatch(figure -> figure.text().isPresent());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(.0500001);
    }

    private static Map<String, String> shown(PairTable table, Audience audience) {
        return ThresholdView.of(table, DEFAULTS, audience).stream()
                .filter(figure -> figure.text().isPresent())
                .collect(Collectors.toMap(
                        Figure::measure, figure -> figure.text().orElseThrow()));
    }

    /** Before, now and gain vary, and gains of every sign are frequent. */
    private static PairTable varied(int people, int items) {
        Random random = new Random(people);
        PairTable.Builder table = PairTable.builder(items);
        for (int i = 0; i < people; i++) {
            int noise = items > 1 ? random.nextInt(items) : 0;
            table.add((3 + i % 2) * items + noise, (3 + i / 2 % 3) * items);
        }
        return table.build();
    }
}
