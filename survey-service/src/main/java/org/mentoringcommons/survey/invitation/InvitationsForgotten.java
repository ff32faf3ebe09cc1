package org.mentoringcommons.survey.invitation;

import java.util.List;
import java.util.UUID;

/**
 * Raised within the transaction in which a participant's invitations are deleted.
 *
 * @param protocols under which there were any
 */
public record InvitationsForgotten(UUID participant, List<UUID> protocols) {}
