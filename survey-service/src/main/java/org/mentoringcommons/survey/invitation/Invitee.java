package org.mentoringcommons.survey.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.ConsentReference;
import org.mentoringcommons.survey.wave.Window;

/**
 * Somebody invited, with everything an answer is judged by.
 *
 * @param participant curriculum-service's opaque id
 * @param over whether it was told how many have answered, after which none is taken, whatever a clock says
 * @param timeZone of the institution, by whose clocks a decision has its day
 * @param consents under which an answer is taken now: first the text in force, in its authoritative language
 */
public record Invitee(
        UUID participant,
        UUID wave,
        Window window,
        UUID protocol,
        InstrumentReference instrument,
        boolean over,
        ZoneId timeZone,
        List<ConsentReference> consents) {

    /** Whether answers are taken at this moment. */
    public Window.State stateAt(Instant moment) {
        return over ? Window.State.CLOSED : window.at(moment);
    }

    /** The version of the consent text in force. */
    public String consentInForce() {
        return consents.get(0).version();
    }

    /** Whether an answer under this version is taken: it says what the one in force says. */
    public boolean mayAnswerUnder(String consentVersion) {
        return consents.stream().anyMatch(consent -> consent.version().equals(consentVersion));
    }

    /**
     * The text that was shown.
     *
     * @param language null for the authoritative one
     * @return empty if there is none in that language
     */
    public Optional<ConsentReference> shown(String consentVersion, String language) {
        return consents.stream()
                .filter(consent -> consent.version().equals(consentVersion)
                        && (language == null || consent.language().equals(language)))
                .findFirst();
    }
}
