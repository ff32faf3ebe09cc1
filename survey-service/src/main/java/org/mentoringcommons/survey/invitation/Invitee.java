package org.mentoringcommons.survey.invitation;

import java.util.UUID;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.wave.Window;

/**
 * Somebody invited, with everything an answer is judged by.
 *
 * @param participant curriculum-service's opaque id
 * @param consentVersion the consent under which the wave asks
 */
public record Invitee(
        UUID participant,
        UUID wave,
        Window window,
        UUID protocol,
        String consentVersion,
        InstrumentReference instrument) {}
