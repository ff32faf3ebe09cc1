package org.mentoringcommons.analytics.cube;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.institution.Registered;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.Tenant;

/** Counts a study: the consented answers of the institutions that joined it and are not suspended. */
@ApplicationScoped
public class CubeMaker {

    private record Known(
            StudyInstruments instruments,
            Map<String, Registered> registry,
            Map<String, ZoneId> zones,
            Set<String> notActive) {}

    /**
     * A study's counts.
     *
     * @param answered what was counted, in the same snapshot
     */
    public record Made(Cube cube, AnsweredWaves answered) {}

    private final Research research;
    private final Institutions institutions;
    private final InstrumentsOfAStudy instruments;

    CubeMaker(Research research, Institutions institutions, InstrumentsOfAStudy instruments) {
        this.research = research;
        this.institutions = institutions;
        this.instruments = instruments;
    }

    /**
     * Counts everybody anew, from one snapshot.
     *
     * @param study in the version to release
     * @param secret at least 32 bytes, the same for all releases of the study, known to the release role only
     * @param named institutions that are counted by themselves, too
     * @param atMost how long reading may take; zero for however long
     */
    public Made make(Study study, byte[] secret, Named named, Duration atMost) {
        Known known = QuarkusTransaction.requiringNew()
                .call(() -> new Known(
                        instruments.known(study.definition().inclusion()),
                        institutions.registered(),
                        institutions.timeZones(),
                        institutions.notActive().keySet().stream()
                                .map(Tenant::id)
                                .collect(Collectors.toSet())));
        return research.read(study.key(), atMost, rows -> {
            Set<String> counted = new TreeSet<>(rows.versions().keySet());
            counted.removeAll(known.notActive());
            Cohort cohort = rows.cohort(study.definition().inclusion(), known.zones());
            AnsweredWaves answered = new AnsweredWaves(counted);
            rows.answeredWaves(cohort, known.instruments(), answered::add);
            Where where = Where.of(counted, known.registry());
            Cube cube = new Counting(study.definition(), known.instruments(), where, secret, named).count(rows, cohort);
            return new Made(cube, answered);
        });
    }
}
