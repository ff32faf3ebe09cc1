package org.mentoringcommons.survey.instrument;

/** A version of an instrument in a list: without items. */
record InstrumentSummary(
        String key, String version, String title, String population, String validationStatus, String licence) {

    static InstrumentSummary of(Instrument instrument) {
        return new InstrumentSummary(
                instrument.reference().key(),
                instrument.reference().version(),
                instrument.title(),
                instrument.population(),
                instrument.validationStatus(),
                instrument.licence());
    }

    /** Where the next page of the list begins. */
    String cursor() {
        return key + "/" + version;
    }
}
