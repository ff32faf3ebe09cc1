package org.mentoringcommons.analytics.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Figures say in words, shapes and a table what they say in colour, and the same data give the same bytes. */
class FigureTest {

    private static final Boxplots.Box BOX = new Boxplots.Box(2, 3, 4, 5, 6.5, 4.1, List.of(1.0));

    @Test
    void the_same_data_give_the_same_text() {
        for (Figure figure : figures()) {
            Figure again = figures().stream()
                    .filter(other -> other.name().equals(figure.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.svg()).isEqualTo(figure.svg());
            assertThat(again.vegaLite()).isEqualTo(figure.vegaLite());
        }
    }

    @Test
    void every_figure_has_a_title_a_description_and_a_table_as_wide_as_its_header() {
        for (Figure figure : figures()) {
            assertThat(figure.svg())
                    .contains(
                            "role=\"img\"",
                            "aria-labelledby=\"" + figure.name() + "-title " + figure.name() + "-desc\"",
                            ">" + Markup.text(figure.title()) + "</title>",
                            ">" + Markup.text(figure.description()) + "</desc>");
            assertThat(figure.table().rows())
                    .isNotEmpty()
                    .allMatch(row -> row.size() == figure.table().header().size());
        }
    }

    @Test
    void a_name_cannot_break_out_of_the_drawing() {
        String svg = new SiteBars(
                        "people", "Title", "Words", List.of(new SiteBars.Site("<script>&\"\u0001", 1, 5, 4, 3)))
                .svg();

        assertThat(svg).contains("&lt;script&gt;&amp;&quot;?").doesNotContain("<script>");
    }

    @Test
    void bars_of_a_histogram_add_up_and_hold_whoever_stands_on_their_lower_end() {
        List<Histogram.Bin> bins = Histogram.bins(new TreeMap<>(Map.of(4.0, 6L, 4.5, 8L, 8.0, 10L)), 0.5);

        assertThat(bins).hasSize(9).startsWith(new Histogram.Bin(4, 4.5, 6), new Histogram.Bin(4.5, 5, 8));
        assertThat(bins.stream().mapToLong(Histogram.Bin::count).sum()).isEqualTo(24);
        assertThat(Histogram.bins(new TreeMap<>(Map.of(1.0, 1L, 5000.0, 1L)), 1))
                .hasSizeLessThanOrEqualTo(41);
    }

    @Test
    void a_bar_parts_in_the_middle_of_the_middle_rating() {
        assertThat(new DivergingBars.Bar("a", "now", List.of(1L, 0L, 2L, 0L, 1L)).low())
                .isEqualTo(50);
        assertThat(new DivergingBars.Bar("a", "now", List.of(3L, 0L, 0L, 1L)).low())
                .isEqualTo(75);
        assertThat(new DivergingBars.Bar("a", "now", List.of(0L, 0L)).percent(1))
                .isZero();
    }

    @Test
    void nothing_known_is_drawn_otherwise_than_nothing_covered() {
        CoverageMatrix matrix = (CoverageMatrix) figures().get(2);

        assertThat(matrix.table().rows().get(1)).endsWith("not covered");
        assertThat(matrix.table().rows().get(2)).endsWith("unknown");
        assertThat(matrix.svg()).contains(">?</text>", ">1 / 2</text>");
    }

    @Test
    void figures_of_nothing_are_drawn_without_marks() {
        assertThat(new Boxplots(
                                "a",
                                "b",
                                "c",
                                7,
                                List.of(new Boxplots.Pair("x", 0, 0, Boxplots.Box.NONE, Boxplots.Box.NONE)))
                        .svg())
                .doesNotContain("NaN")
                .contains(">x</text>");
        assertThat(new Histogram("a", "b", "c", "d", "e", List.of()).svg()).doesNotContain("NaN");
        assertThat(new ForestPlot("a", "b", "c", List.of(), Optional.empty()).svg())
                .doesNotContain("NaN");
        assertThat(new SiteBars("a", "b", "c", List.of()).svg()).doesNotContain("NaN");
        assertThat(new ItemBars("a", "b", "c", 0, List.of()).svg()).doesNotContain("NaN");
        assertThat(new CoverageMatrix("a", "b", "c", List.of(), List.of()).svg())
                .doesNotContain("NaN");
        assertThat(new DivergingBars("a", "b", "c", "d", "e", List.of()).svg()).doesNotContain("NaN");
    }

    @Test
    void ticks_are_round_and_enclose_the_data() {
        assertThat(Numbers.ticks(0, 4, 5)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(Numbers.ticks(-0.13, 1.42, 6)).startsWith(-0.5).endsWith(1.5);
        assertThat(Numbers.ticks(3, 3, 5).size()).isLessThan(20);
        assertThat(Numbers.fixed(-0.004, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(-0.125, 2)).isEqualTo("−0.13");
    }

    static List<Figure> figures() {
        return List.of(
                new Boxplots(
                        "scores", "Scores & more", "Words", 7, List.of(new Boxplots.Pair("Scale", 9, 0.5, BOX, BOX))),
                new DivergingBars(
                        "ratings",
                        "Ratings",
                        "Words",
                        "lowest",
                        "highest",
                        List.of(new DivergingBars.Bar("Scale", "before", List.of(1L, 2L, 3L, 4L, 3L, 2L, 1L)))),
                new CoverageMatrix(
                        "modules",
                        "Modules",
                        "Words",
                        List.of("One"),
                        List.of(
                                new CoverageMatrix.Column("1", 1, Optional.of(Set.of("One"))),
                                new CoverageMatrix.Column("2", 1, Optional.of(Set.of())),
                                new CoverageMatrix.Column("3", 1, Optional.empty()))),
                new Histogram("size", "Size", "Words", "People", "Workshops", List.of(new Histogram.Bin(5, 6, 2))),
                new SiteBars("people", "People", "Words", List.of(new SiteBars.Site("north", 2, 9, 7, 5))),
                new ItemBars("items", "Items", "Words", 9, List.of(new ItemBars.Item("a_1", 6, 1, 2))),
                new ForestPlot(
                        "forest",
                        "Sites",
                        "Words",
                        List.of(
                                new ForestPlot.Site("north", 9, 0.5, 0.1, 0.9, 60),
                                new ForestPlot.Site("south", 1, 0.7, 0.7, 0.7, 0)),
                        Optional.of(new ForestPlot.Together(0.6, 0.3, 0.9, 0.1, 1.1))));
    }
}
