package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** An item's options change from version to version; what releases say of them stays in its place. */
class OptionsOverTimeTest {

    private static final MeasureKey CAREERS = new MeasureKey(MeasureKey.Subject.CHOICE, "careers");
    private static final int SITES = 8;
    private static final Map<String, Integer> AT_EACH_SITE =
            Map.of("student", 12, "postdoc", 9, "fellow", 8, "visitor", 11);

    @Test
    void optionsKeepTheOrderOfTheFirstReleaseAndNewOnesAreOthers() {
        Publication first = release(List.of("student", "postdoc", "fellow"), 1, 1, Optional.empty());

        Publication second =
                release(List.of("visitor", "fellow", "student", "postdoc"), 2, 2, Optional.of(first.standing()));

        assertThat(percents(first))
                .containsExactly("percent:student 41.4", "percent:postdoc 31.0", "percent:fellow 27.6");
        assertThat(second.gate().findings()).isEmpty();
        assertThat(nation(second).origin()).hasValue(2);
        assertThat(percents(second))
                .containsExactly(
                        "percent:student 30.0", "percent:postdoc 22.5", "percent:fellow 20.0", "percent:other 27.5");
    }

    /** Answers are told apart by their names: an instrument that lists them in another order has not changed anybody's. */
    @Test
    void whoAnsweredTheSameHasNotChangedWhereOptionsStandInAnotherOrder() {
        Publication first = release(List.of("student", "postdoc", "fellow"), 1, 1, Optional.empty());

        Publication second = release(List.of("fellow", "student", "postdoc"), 1, 2, Optional.of(first.standing()));

        assertThat(second.gate().findings()).isEmpty();
        assertThat(second.published().cells()).isEqualTo(first.published().cells());
    }

    private static List<String> percents(Publication release) {
        return nation(release).figures().stream()
                .filter(figure -> figure.measure().startsWith("percent"))
                .map(figure -> figure.measure() + " " + figure.text().orElse("hidden"))
                .toList();
    }

    private static PublishedCell nation(Publication release) {
        return release.published().cell(CellKey.NATION, CAREERS).orElseThrow();
    }

    /** So many times the people of every option at each site. */
    private static Publication release(List<String> options, int times, int number, Optional<Standing> previous) {
        Thresholds thresholds = Thresholds.withDefaults();
        CubeBuilder cube = new CubeBuilder(new Rules(thresholds).countable(), new byte[32]);
        int measure = cube.measure(CAREERS, Measured.Form.ONE_OF, options, 1);
        CellKey where = new Person(0, "h", "k", "online", "4–8", "c", "2026", "s", true, 0, 0).stratum();
        for (int site = 0; site < SITES; site++) {
            cube.workshop(site, "site " + site, new UUID(0, site), where);
            for (int option = 0; option < options.size(); option++) {
                for (int i = 0; i < times * AT_EACH_SITE.get(options.get(option)); i++) {
                    cube.add(measure, option);
                }
            }
        }
        return Publication.of(cube.build(), thresholds, number, previous);
    }
}
