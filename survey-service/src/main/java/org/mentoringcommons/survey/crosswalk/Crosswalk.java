package org.mentoringcommons.survey.crosswalk;

import java.util.List;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** Which items of two versions are the same; never changed. */
record Crosswalk(InstrumentReference from, InstrumentReference to, String source, List<SameItem> same) {}
