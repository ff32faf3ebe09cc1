package org.mentoringcommons.curriculum.workshop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many people a workshop of the past had, of whom nothing else is known.
 *
 * @param enrolled up to 10,000
 * @param attended how many of them came
 */
@Schema(examples = "{\"enrolled\": 12, \"attended\": 11}")
record HeadCount(
        @NotNull @Min(0) @Max(PastWorkshop.PEOPLE_AT_MOST) Integer enrolled,
        @NotNull @Min(0) @Max(PastWorkshop.PEOPLE_AT_MOST) Integer attended) {

    static HeadCount of(Workshop workshop) {
        return new HeadCount(workshop.enrolled(), workshop.attended());
    }

    String inWords() {
        return attended + " of " + enrolled;
    }
}
