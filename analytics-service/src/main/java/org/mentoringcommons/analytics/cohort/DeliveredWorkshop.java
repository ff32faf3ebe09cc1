package org.mentoringcommons.analytics.cohort;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.response.People;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.response.Population.Evaluated;

/**
 * A delivered workshop of a study's curricula at an institution that joined it.
 *
 * @param institution the institution's id
 * @param id the workshop
 * @param curriculum the key of what was taught
 * @param version its version
 * @param minutes all its sessions together
 * @param mode {@code in_person}, {@code online} or {@code hybrid}
 * @param audience {@code mentee}, {@code mentor} or {@code combined}
 * @param day the institution's calendar day on which its last session ended
 * @param modules the modules covered; empty if that is not known, which is not "none"
 * @param attended people present in at least one session
 * @param instruments those of the study that it was evaluated with
 * @param responded answers by these instruments
 * @param consented those of them given for research
 */
public record DeliveredWorkshop(
        String institution,
        UUID id,
        String curriculum,
        String version,
        int minutes,
        String mode,
        String audience,
        LocalDate day,
        Optional<Set<String>> modules,
        int attended,
        Set<InstrumentReference> instruments,
        People<Evaluated> responded,
        People<Consented> consented) {

    /** Its id tells it from all others; the rest need not be looked at. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
