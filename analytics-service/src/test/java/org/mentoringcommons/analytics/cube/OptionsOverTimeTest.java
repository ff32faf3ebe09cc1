package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** An item's options change from version to version; what releases say of them stays in its place. */
class OptionsOverTimeTest {

    private static final MeasureKey CAREERS = new MeasureKey(MeasureKey.Subject.CHOICE, "careers");
    private static final int PEOPLE = 240;

    @Test
    void optionsKeepTheOrderOfTheFirstReleaseAndNewOnesAreOthers() {
        Publication first = release(List.of("student", "postdoc", "fellow"), 1, Optional.empty());

        Publication second =
                release(List.of("visitor", "fellow", "student", "postdoc"), 2, Optional.of(first.standing()));

        assertThat(percents(first)).containsExactly("percent:student", "percent:postdoc", "percent:fellow");
        assertThat(second.gate().findings()).isEmpty();
        assertThat(nation(second).origin()).hasValue(2);
        assertThat(percents(second))
                .containsExactly("percent:student", "percent:postdoc", "percent:fellow", "percent:other");
    }

    private static List<String> percents(Publication release) {
        return nation(release).figures().stream()
                .map(Figure::measure)
                .filter(figure -> figure.startsWith("percent"))
                .toList();
    }

    private static PublishedCell nation(Publication release) {
        return release.published().cell(CellKey.NATION, CAREERS).orElseThrow();
    }

    /** As many more people as before, of every option equally many. */
    private static Publication release(List<String> options, int number, Optional<Standing> previous) {
        Thresholds thresholds = Thresholds.withDefaults();
        CubeBuilder cube = new CubeBuilder(new Rules(thresholds).countable(), new byte[32]);
        int measure = cube.measure(CAREERS, Measured.Form.ONE_OF, options, 1);
        CellKey where = new Person(0, "h", "k", "online", "4–8", "c", "2026", "s", true, 0, 0).stratum();
        for (int site = 0; site < 4; site++) {
            cube.workshop(site, "site " + site, new UUID(0, site), where);
            for (int i = 0; i < PEOPLE * number / 4; i++) {
                cube.add(measure, i % options.size());
            }
        }
        return Publication.of(cube.build(), thresholds, number, previous);
    }
}
