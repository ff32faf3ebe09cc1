package org.mentoringcommons.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.disclosure.Detail;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/** What protection costs; {@code docs/statistics.md} has the numbers. */
class UtilityTest {

    @Test
    void ofANationNearlyAllThatMayBeShownIsShown() {
        List<Person> people = MadeUpStudy.people(new Random(1), 60, 600, 20_000);

        assertThat(Utility.byMeasure(MadeUpStudy.cube(people), Thresholds.withDefaults())
                        .values())
                .hasSize(2)
                .allSatisfy(measure -> assertThat(measure.values())
                        .allSatisfy(cells -> assertThat(cells.lost()).isLessThan(0.15))
                        .allSatisfy(cells -> assertThat(cells.alone()).isPositive()));
    }

    @Test
    void ofAHundredThousandSoManyCellsAreLeftByEachRule() {
        assertThat(of(MadeUpStudy.people(new Random(1), 60, 600, 100_000)))
                .hasToString("{MEDIAN=282 of 346, 346, 314, SPREAD=141 of 173, 173, 157,"
                        + " QUARTILES=141 of 173, 173, 157, EXACT=248 of 346, 346, 295}");
    }

    @Test
    void whatIsShownBesideEachOtherIsWhatIsReleased() {
        List<Person> people = MadeUpStudy.simpler(MadeUpStudy.people(new Random(3), 3, 12, 300));
        long released = MadeUpStudy.release(people, 1, Optional.empty()).published().cells().stream()
                .filter(PublishedCell::isShown)
                .count();

        Utility cells = of(people).get(Detail.MEDIAN);

        assertThat(cells.beside()).isEqualTo(released);
        assertThat(cells.all()).isGreaterThan(released);
    }

    private static Map<Detail, Utility> of(List<Person> people) {
        return Utility.of(MadeUpStudy.cube(people), Thresholds.withDefaults());
    }
}
