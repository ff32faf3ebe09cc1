package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey.Subject;
import org.mentoringcommons.analytics.figure.Figure;

/**
 * What is worked out across sites and curricula. References by metafor 3.8-1, {@code rma(yi, vi = sd^2 / n, test = "knha")};
 * the Welch interval by R's {@code t.test} formula.
 */
class AcrossSitesTest {

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void belowFiveSitesOnlyMeanAndRangeAreGiven() {
        site("north", "30", "0.8", "1.0");
        site("south", "41", "0.5", "0.9");
        hidden("west");

        assertThat(Derived.of(entries))
                .extracting(Derived::measure)
                .containsExactly("sites", "dropped", "mean", "smallest", "largest");
        assertThat(value("sites")).isEqualTo("2");
        assertThat(value("smallest")).isEqualTo("0.500");
        assertThat(find("mean").lower()).isNull();
    }

    @Test
    void fiveSitesArePooledAsAnybodyCanFromTheirLines() {
        five();

        assertThat(find("mean"))
                .extracting(Derived::value, Derived::lower, Derived::upper)
                .containsExactly("0.620", "0.204", "1.036");
        assertThat(find("prediction"))
                .extracting(Derived::lower, Derived::upper)
                .containsExactly("-0.288", "1.529");
        assertThat(find("tau2"))
                .extracting(Derived::value, Derived::lower, Derived::upper)
                .containsExactly("0.085", "0.014", "0.901");
        assertThat(find("i2").value()).isEqualTo("77.006");
        assertThat(find("q").value()).isEqualTo("18.430");
        assertThat(find("p_q").value()).isEqualTo("0.001");
        assertThat(find("p").value()).isEqualTo("0.014");
        assertThat(Derived.of(entries).stream().filter(line -> line.measure().equals("mean_without")))
                .extracting(line -> line.site() + " " + line.value())
                .containsExactly("a 0.584", "b 0.665", "c 0.520", "d 0.729", "e 0.612");
        assertThat(find("mean").method().name()).contains("REML", "Hartung-Knapp", "as released");
    }

    @Test
    void aSiteThatIsNotShownChangesNothing() {
        five();
        List<Derived> before = Derived.of(entries);
        hidden("f");

        assertThat(Derived.of(entries)).isEqualTo(before);
        assertThat(Entry.sites(entries)).contains("f");
    }

    @Test
    void aSiteWhereAllGainedAlikeIsDroppedAndCounted() {
        five();
        site("f", "30", "1.0", "0.0");

        assertThat(value("sites")).isEqualTo("5");
        assertThat(value("dropped")).isEqualTo("1");
    }

    @Test
    void curriculaAreComparedAsTheirLinesAre() {
        curriculum("entering", "100", "0.6", "1.0");
        curriculum("mentoring-up", "50", "0.9", "1.2");
        curriculum("suppressed", null, null, null);

        List<Derived> lines = Derived.of(entries);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).row()).isEqualTo("both / entering − mentoring-up");
        assertThat(lines.get(0).value()).isEqualTo("-0.300");
        // se = sqrt(1/100 + 1.44/50) = 0.19698, df = 83.93, t = 1.98864
        assertThat(lines.get(0).lower()).isEqualTo("-0.692");
        assertThat(lines.get(0).upper()).isEqualTo("0.092");
        assertThat(Curricula.CAVEAT).contains("by chance", "no effect");
    }

    @Test
    void forestAndFunnelHaveTitleDescriptionAndData() {
        five();
        hidden("f");
        List<Figure> figures = Forests.of(entries).stream()
                .filter(figure ->
                        figure.name().startsWith("sites-") || figure.name().startsWith("funnel-"))
                .toList();

        assertThat(figures).hasSize(2).allSatisfy(figure -> {
            assertThat(figure.svg()).contains("<title", "<desc").doesNotContain(">f<");
            assertThat(figure.table().rows()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(figure.vegaLite()).containsKey("data");
        });
        assertThat(figures.get(0).svg()).contains("All sites");
    }

    private void five() {
        site("a", "30", "0.8", "1.0");
        site("b", "41", "0.5", "0.9");
        site("c", "25", "1.1", "1.2");
        site("d", "60", "0.2", "0.8");
        site("e", "33", "0.7", "1.1");
    }

    private void site(String alias, String n, String mean, String sd) {
        entries.add(new Entry(new TreeMap<>(), Subject.GAIN, "both", 1, figures(n, mean, sd), alias));
    }

    private void hidden(String alias) {
        entries.add(new Entry(new TreeMap<>(), Subject.GAIN, "both", null, figures(null, null, null), alias));
    }

    private void curriculum(String key, String n, String mean, String sd) {
        TreeMap<Dimension, String> cell = new TreeMap<>(Collections.singletonMap(Dimension.CURRICULUM, key));
        entries.add(new Entry(cell, Subject.GAIN, "both", n == null ? null : 1, figures(n, mean, sd), null));
    }

    private static List<Entry.Shown> figures(String n, String mean, String sd) {
        return List.of(new Entry.Shown("n", n), new Entry.Shown("mean_gain", mean), new Entry.Shown("sd_gain", sd));
    }

    private String value(String measure) {
        return find(measure).value();
    }

    private Derived find(String measure) {
        Optional<Derived> found = Derived.of(entries).stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst();
        return found.orElseThrow();
    }
}
