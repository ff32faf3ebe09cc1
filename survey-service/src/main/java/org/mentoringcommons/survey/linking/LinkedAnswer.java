package org.mentoringcommons.survey.linking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.survey.protocol.Occasion;

/**
 * One answer given for research, and what it belongs to.
 *
 * @param person the same for all answers of one person under the protocol; leads to nobody
 * @param side of the pair; null with it
 * @param pair the same for a mentor and all their mentees; null unless the mentor and a mentee have answered for research
 * @param unfinished whether it was saved and never sent
 * @param answers by item key, without free words
 */
record LinkedAnswer(
        UUID response,
        UUID wave,
        Occasion occasion,
        UUID person,
        Side side,
        UUID pair,
        boolean unfinished,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class, additionalProperties = Schema.True.class)
                JsonNode answers) {}
