package org.mentoringcommons.curriculum.institution;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.exchange.Effects;

/**
 * What facts did here are institutions, and none of them may be unknown for a moment, nor a suspended one be active: they
 * stay, and what is read again takes their place.
 */
@ApplicationScoped
class InstitutionEffects implements Effects {

    @Override
    public void forget() {
        // see above
    }
}
