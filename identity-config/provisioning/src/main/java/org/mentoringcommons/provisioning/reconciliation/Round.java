package org.mentoringcommons.provisioning.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.keycloak.Presence;
import org.mentoringcommons.provisioning.keycloak.Refused;

/**
 * Tries everything that is due, a few keys at a time. A key that is failed at while Keycloak is there rests for a while;
 * when Keycloak is not there, nothing else is tried and nothing has to rest.
 */
@ApplicationScoped
class Round {

    private static final Logger LOG = Logger.getLogger(Round.class);

    private final Postponements postponements;
    private final Presence keycloak;

    Round(Postponements postponements, Presence keycloak) {
        this.postponements = postponements;
        this.keycloak = keycloak;
    }

    /** How a round has a key settled. */
    interface Begin {
        Future<?> settling(DesiredState state, String key);
    }

    /**
     * @param atOnce so many keys are under way at once
     */
    void go(List<DesiredState> states, Begin begin, int atOnce) {
        for (DesiredState state : states) {
            List<String> due = postponements.due(state.kind(), state.unsettled());
            for (int from = 0; from < due.size(); from += atOnce) {
                if (!settle(state, due.subList(from, Math.min(from + atOnce, due.size())), begin)) {
                    return;
                }
            }
        }
    }

    /** False if Keycloak is away. */
    private boolean settle(DesiredState state, List<String> keys, Begin begin) {
        Map<String, Future<?>> underWay = new LinkedHashMap<>();
        keys.forEach(key -> underWay.put(key, begin.settling(state, key)));
        List<String> failed = new ArrayList<>();
        underWay.forEach((key, settling) -> {
            try {
                Reconciler.await(settling);
            } catch (RuntimeException failure) {
                log(state, key, failure);
                failed.add(key);
            }
        });
        if (!failed.isEmpty() && !keycloak.isThere()) {
            return false;
        }
        failed.forEach(key -> postponements.postpone(state.kind(), key));
        return true;
    }

    private static void log(DesiredState state, String key, RuntimeException failure) {
        if (KeycloakAway.isWhy(failure) || failure instanceof Refused) {
            LOG.warnf("%s/%s is not settled and will be tried again: %s", state.kind(), key, failure);
        } else {
            LOG.errorf(failure, "%s/%s is not settled and will be tried again", state.kind(), key);
        }
    }
}
