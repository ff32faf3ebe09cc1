package org.mentoringcommons.survey.form;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Item;

/**
 * A form to be filled in once.
 *
 * @param consent the text in force, in the language that suits the request best
 * @param declined whether the invited person said before not to want to take part; answering is possible all the same
 * @param draft what was saved before; null if nothing is
 * @param language of title and items, the one that suits the request best
 * @param items those with {@code when} apply to some only; an answer to one that does not apply is not kept
 * @param receipt a fresh code, to be sent back with the answers and kept by the participant
 * @param closesAt the first moment that is too late
 */
record FormView(
        String title,
        ConsentShown consent,
        @Schema(examples = "en") String language,
        List<Item> items,
        @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt,
        Instant closesAt,
        boolean declined,
        DraftView draft) {}
