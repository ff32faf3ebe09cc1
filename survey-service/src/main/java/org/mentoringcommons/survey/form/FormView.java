package org.mentoringcommons.survey.form;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.protocol.Consent;

/**
 * A form to be filled in once.
 *
 * @param receipt a fresh code, to be sent back with the answers and kept by the participant
 * @param closesAt the first moment that is too late
 */
record FormView(
        String title,
        Consent consent,
        List<Item> items,
        @Schema(examples = "7KQ2D-M0XRT-9FWZH-4CPV8-6NJEB") String receipt,
        Instant closesAt) {}
