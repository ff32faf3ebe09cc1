package org.mentoringcommons.survey.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mapping made of a data dictionary, for a person to complete: what was agreed to and after which workshop, no dictionary
 * tells.
 *
 * @param itemsLeft items of the instrument that no field was found for
 * @param fieldsLeft fields that no item was found for; they are not read
 */
@Schema(name = "ImportMappingProposal")
record MappingProposal(Mapping mapping, List<String> itemsLeft, List<String> fieldsLeft) {}
