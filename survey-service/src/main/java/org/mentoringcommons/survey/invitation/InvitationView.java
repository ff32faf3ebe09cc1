package org.mentoringcommons.survey.invitation;

import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person's invitation, to be handed to that person alone.
 *
 * @param participant the id that the workshop's roster gives with name and address
 * @param token for {@code /survey/v1/forms/{token}}
 * @param link the address of the form page
 * @param remind whether a reminder is in order: false once the person has settled the matter, whichever way
 */
record InvitationView(
        UUID participant,
        @Schema(description = "For `/survey/v1/forms/{token}`; whoever has it can answer once") String token,
        URI link,
        boolean remind) {}
