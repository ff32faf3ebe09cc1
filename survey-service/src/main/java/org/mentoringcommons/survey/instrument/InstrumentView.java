package org.mentoringcommons.survey.instrument;

import java.util.List;

/** A version of an instrument as it was created. */
record InstrumentView(
        String key,
        String version,
        String title,
        String population,
        String validationStatus,
        String licence,
        String language,
        List<Item> items,
        List<Scale> scales,
        List<Wordings> translations) {

    static InstrumentView of(Instrument instrument) {
        return new InstrumentView(
                instrument.reference().key(),
                instrument.reference().version(),
                instrument.title(),
                instrument.population(),
                instrument.validationStatus(),
                instrument.licence(),
                instrument.definition().language(),
                instrument.definition().items(),
                instrument.definition().scales(),
                instrument.definition().translations());
    }
}
