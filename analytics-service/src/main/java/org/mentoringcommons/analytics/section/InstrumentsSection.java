package org.mentoringcommons.analytics.section;

import java.util.List;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** With what was asked, and what is known of its validity. */
record InstrumentsSection(List<InstrumentReference> declared, Places places) {

    private static final String NOT_SENT =
            "not sent: answers bring an instrument's structure, not its validation status";

    Section build() {
        return new Section(
                "instruments",
                "Instruments",
                List.of(Caveat.VALIDATION, Caveat.THEN_NOW),
                declared.stream().map(this::row).toList());
    }

    private Row row(InstrumentReference instrument) {
        long workshops = java.util.stream.IntStream.range(0, places.size())
                .filter(place -> places.workshop(place).instruments().contains(instrument))
                .count();
        return new Row(
                instrument.key() + " " + instrument.version(),
                Measure.count("workshops", workshops, places.size()),
                Measure.undefined("validation_status", places.size(), NOT_SENT));
    }
}
