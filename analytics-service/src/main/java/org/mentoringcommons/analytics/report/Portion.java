package org.mentoringcommons.analytics.report;

import java.time.ZoneId;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.PersonReader;
import org.mentoringcommons.analytics.cohort.Verdict;
import org.mentoringcommons.analytics.section.Gathered;

/** What one pass over one institution's rows left for one study. Not changed any more once it is {@link #finish finished}. */
final class Portion {

    /** Bytes of a workshop with its id, and of everything of an institution that does not grow. */
    private static final long WORKSHOP = 160;

    private static final long INSTITUTION = 3_000;

    private final long version;
    private final ZoneId zone;
    private final Cohort cohort;
    private final Gathered gathered;
    private final PersonReader people;
    private long bytes;

    /**
     * Starts with nobody.
     *
     * @param version of the institution in the snapshot that is read
     * @param zone where its calendar is read; null if nobody knows
     */
    Portion(long version, ZoneId zone, Cohort cohort, Gathered gathered) {
        this.version = version;
        this.zone = zone;
        this.cohort = cohort;
        this.gathered = gathered;
        this.people = (workshop, instrument, answers) -> gathered.read(workshop, answers);
    }

    PersonReader read(DeliveredWorkshop workshop, Verdict verdict) {
        cohort.add(workshop, verdict);
        return verdict instanceof Verdict.Included ? people : null;
    }

    void finish() {
        bytes = INSTITUTION + WORKSHOP * cohort.delivered().size() + gathered.trim();
    }

    /** Whether reading again would leave the same. */
    boolean isOf(long present, ZoneId presentZone) {
        return version == present && (zone == null ? presentZone == null : zone.equals(presentZone));
    }

    Cohort cohort() {
        return cohort;
    }

    Gathered gathered() {
        return gathered;
    }

    /** About how much memory it takes. */
    long bytes() {
        return bytes;
    }
}
