package org.mentoringcommons.survey.linking;

import java.util.List;
import java.util.UUID;

/**
 * What was declared. Who is in it cannot be read again.
 *
 * @param declaration by which it can be taken back
 * @param pairs how many
 * @param notInvited those of the participants who have no invitation yet; perhaps mistyped
 */
record PairsView(UUID declaration, int pairs, List<UUID> notInvited) {}
