package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes workshops off the record that were put there for an import of which nothing is here. Outside of transactions. */
@ApplicationScoped
class LeftWorkshops {

    private static final Logger LOG = Logger.getLogger(LeftWorkshops.class);

    private final Importing importing;
    private final PastWorkshops pastWorkshops;

    LeftWorkshops(Importing importing, PastWorkshops pastWorkshops) {
        this.importing = importing;
        this.pastWorkshops = pastWorkshops;
    }

    /** As far as the caller may; those that others use stay. */
    void remove(UUID importedWith) {
        List<ImportView.OfWorkshop> left = importing.leftOver(importedWith);
        Map<String, PastWorkshops.OnRecord> onRecord =
                left.stream().anyMatch(word -> word.workshop() == null) ? pastWorkshops.all() : Map.of();
        for (ImportView.OfWorkshop word : left) {
            UUID workshop = word.workshop() != null || !onRecord.containsKey(word.key())
                    ? word.workshop()
                    : onRecord.get(word.key()).workshop();
            if (workshop != null && pastWorkshops.remove(workshop) != PastWorkshops.Removal.REFUSED) {
                importing.keep(importedWith, word.key());
            }
        }
    }

    /**
     * Whoever cancelled while workshops were being made found none yet, so whoever had them made removes them. If that
     * fails they stay until the import is ended once more.
     */
    void removeIfCancelled(UUID protocol, UUID importedWith) {
        try {
            if (importing.find(protocol, importedWith).state() == State.CANCELLED) {
                remove(importedWith);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("workshops of import %s may be left (%s)", importedWith, failure.getClass());
        }
    }
}
