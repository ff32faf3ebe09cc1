package org.mentoringcommons.analytics.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.study.Agreements;
import org.mentoringcommons.analytics.study.Studies;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Writes one extract: the rows its study sees, in one snapshot, from the research role straight into parts. */
@ApplicationScoped
class Writing {

    private static final int ROWS_A_STEP = 20_000;

    private final Research research;
    private final Studies studies;
    private final Agreements agreements;
    private final InstrumentsOfAStudy instruments;
    private final Institutions institutions;
    private final Leases leases;
    private final TenantTransaction transaction;

    Writing(
            Research research,
            Studies studies,
            Agreements agreements,
            InstrumentsOfAStudy instruments,
            Institutions institutions,
            Leases leases,
            TenantTransaction transaction) {
        this.research = research;
        this.studies = studies;
        this.agreements = agreements;
        this.instruments = instruments;
        this.institutions = institutions;
        this.leases = leases;
        this.transaction = transaction;
    }

    /** What is known outside the research role. */
    private record Frame(Study study, StudyInstruments instruments, Map<String, ZoneId> zones, Set<String> sharing) {}

    /** @throws Lease.Lost if the extract is not to be written on; what was written of it is swept away */
    void write(Lease lease) {
        Frame frame = transaction.call(null, () -> frame(lease));
        leases.covers(lease, frame.sharing());
        research.read(lease.study(), rows -> {
            write(lease, frame, rows);
            return null;
        });
    }

    private Frame frame(Lease lease) {
        Study study = studies.version(lease.study(), lease.version()).orElseThrow();
        return new Frame(
                study,
                instruments.asAsked(study.definition().inclusion()),
                institutions.timeZones(),
                agreements.sharing(lease.study()));
    }

    private void write(Lease lease, Frame frame, ResearchRows rows) {
        Study.Definition definition = frame.study().definition();
        Cohort cohort = rows.cohort(definition.inclusion(), frame.zones());
        if (cohort.delivered().stream().anyMatch(workshop -> !frame.sharing().contains(workshop.institution()))) {
            throw new IllegalStateException("an institution joined in this very moment; begin again");
        }
        List<Column> columns = Columns.of(frame.instruments(), definition.population());
        leases.describe(lease, rows.watermark(), Codebook.of(columns), consented(cohort));
        PartStream parts = new PartStream((part, content) -> leases.append(lease, part, content));
        long[] written = {0};
        try (TidyFile file = lease.format().open(parts, columns)) {
            rows.people(cohort, frame.instruments(), (workshop, instrument, answers) -> {
                Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = columns.get(i).reading().of(workshop, instrument, answers);
                }
                write(file, values);
                written[0]++;
                if (written[0] % ROWS_A_STEP == 0) {
                    leases.progress(lease, written[0]);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        leases.complete(lease, written[0], parts.bytes());
    }

    private static long consented(Cohort cohort) {
        return cohort.analysed().stream()
                .map(DeliveredWorkshop::consented)
                .mapToLong(people -> people.count())
                .sum();
    }

    private static void write(TidyFile file, Object[] values) {
        try {
            file.row(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
