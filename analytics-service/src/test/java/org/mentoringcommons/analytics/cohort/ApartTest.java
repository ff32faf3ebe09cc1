package org.mentoringcommons.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** Of which two rules no workshop can be in both. */
class ApartTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    private final Inclusion all = included("c", 0, null, "mentee", null, null, null);

    @Test
    void whatDiffersByAFewPeopleIsNotApart() {
        assertThat(all.isApartFrom(all)).isFalse();
        assertThat(all.isApartFrom(included("c", 240, null, "mentee", "online", SPRING, SPRING)))
                .isFalse();
        assertThat(included("c", 0, 240, "mentee", null, null, SPRING)
                        .isApartFrom(included("c", 240, null, "mentee", "online", SPRING, null)))
                .isFalse();
    }

    @Test
    void whatCannotBeBothIsApart() {
        assertThat(all.isApartFrom(included("d", 0, null, "mentee", null, null, null)))
                .isTrue();
        assertThat(all.isApartFrom(included("c", 0, null, "mentor", null, null, null)))
                .isTrue();
        assertThat(bothWays(
                        included("c", 0, 239, "mentee", null, null, null),
                        included("c", 240, null, "mentee", null, null, null)))
                .isTrue();
        assertThat(bothWays(
                        included("c", 0, null, "mentee", null, null, SPRING.minusDays(1)),
                        included("c", 0, null, "mentee", null, SPRING, null)))
                .isTrue();
        assertThat(bothWays(
                        included("c", 0, null, "mentee", "online", null, null),
                        included("c", 0, null, "mentee", "hybrid", null, null)))
                .isTrue();
    }

    private static boolean bothWays(Inclusion one, Inclusion other) {
        return one.isApartFrom(other) && other.isApartFrom(one);
    }

    private static Inclusion included(
            String curriculum, int from, Integer to, String audience, String mode, LocalDate first, LocalDate last) {
        return new Inclusion(
                List.of(curriculum),
                from,
                to,
                List.of(audience),
                mode == null ? null : List.of(mode),
                List.of(new InstrumentReference("i", "1")),
                List.of(),
                null,
                first,
                last);
    }
}
