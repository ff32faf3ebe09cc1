package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.instrument.InstrumentReference;

/** What a reader of a section must know, in words used in more than one place. */
final class Caveat {

    static final String THEN_NOW = "Before and now were rated in one sitting after the workshop. Such retrospective"
            + " ratings inflate gains relative to a true rating beforehand.";
    static final String REVERSE = "Items that say the opposite count from the other end, as the instrument declares.";
    static final String CLUSTERS =
            "Respondents share workshops: the test over workshops allows for that; the tests beside it"
                    + " treat everybody as independent and are too sure where the design effect is above 1.";
    static final String NOT_SIGNIFICANT =
            "A p above .05 is no evidence that groups are alike; the equivalence test says"
                    + " whether a difference of half a point or more can be ruled out.";
    static final String INDEPENDENT =
            "These tests treat everybody as independent, although respondents share workshops.";

    private static final String ANOTHER = "An adaptation for mentees of an instrument for mentors counts as another"
            + " instrument: what is known of the one's validity says nothing of the other's.";

    private Caveat() {}

    /** What was said of the validity of each instrument that results come from. */
    static List<String> validation(Collection<InstrumentReference> asked, StudyInstruments instruments) {
        List<String> notes = new ArrayList<>();
        asked.forEach(instrument -> notes.add("Validation of " + instrument.key() + " " + instrument.version() + ": "
                + instruments.validation().getOrDefault(instrument, "not told")
                + "."));
        notes.add(ANOTHER);
        return notes;
    }
}
