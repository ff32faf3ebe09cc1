package org.mentoringcommons.survey.adaptation;

import java.time.Instant;
import java.util.List;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Wordings;

/**
 * How an institution asks a version of an instrument in waves that open from {@code madeAt} until the next revision.
 *
 * @param revision from 1; also its entity tag
 */
record AdaptationView(
        InstrumentReference instrument,
        int revision,
        Instant madeAt,
        String language,
        List<Item> items,
        List<Wordings> translations,
        List<Overlay> overlays) {

    static AdaptationView of(Adaptation adaptation) {
        return new AdaptationView(
                adaptation.instrument(),
                adaptation.revision(),
                adaptation.madeAt(),
                adaptation.own().language(),
                adaptation.own().items(),
                adaptation.own().translations(),
                adaptation.overlays());
    }
}
