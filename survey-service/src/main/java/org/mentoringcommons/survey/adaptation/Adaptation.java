package org.mentoringcommons.survey.adaptation;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Wordings;

/**
 * One revision of how an institution asks a version of an instrument; it is never changed.
 *
 * @param revision from 1
 * @param own the institution's own items
 */
record Adaptation(
        InstrumentReference instrument, int revision, Definition own, List<Overlay> overlays, Instant madeAt) {

    List<Wordings> words() {
        return overlays.stream().map(Overlay::words).toList();
    }
}
