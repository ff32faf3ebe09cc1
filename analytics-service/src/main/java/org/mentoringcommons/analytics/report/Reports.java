package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalk;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalks;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.section.Findings;
import org.mentoringcommons.analytics.section.Gathered;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.tenancy.TenantTransaction;

/** Computes reports: declared tables over one snapshot of what the research role sees, in one pass over the answers. */
@ApplicationScoped
class Reports {

    private final Research research;
    private final Institutions institutions;
    private final InstrumentsOfAStudy instruments;
    private final ModuleCrosswalks crosswalks;
    private final TenantTransaction transaction;
    private final KeptReports kept;
    private final KeptPortions portions;
    private final Computations computations;
    private final ReportSettings settings;
    private final ObjectMapper json;

    Reports(
            Research research,
            Institutions institutions,
            InstrumentsOfAStudy instruments,
            ModuleCrosswalks crosswalks,
            TenantTransaction transaction,
            KeptReports kept,
            KeptPortions portions,
            Computations computations,
            ReportSettings settings,
            ObjectMapper json) {
        this.research = research;
        this.institutions = institutions;
        this.instruments = instruments;
        this.crosswalks = crosswalks;
        this.transaction = transaction;
        this.kept = kept;
        this.portions = portions;
        this.computations = computations;
        this.settings = settings;
        this.json = json;
    }

    /** What is known outside the research role. */
    private record Frame(
            KeptPortions.Basis basis,
            Map<String, ZoneId> zones,
            Map<String, String> aliases,
            Optional<ModuleCrosswalk> crosswalk) {}

    /**
     * The report as the data stand now; computed anew only if the declaration or the data changed. Not to be called within a
     * transaction: it may take as long as a reader is patient.
     *
     * @param patience how long to wait for it
     * @return empty if it takes longer than that; it is computed meanwhile
     */
    Optional<KeptReport> of(Study study, Duration patience) {
        long asked = System.nanoTime();
        String watermark = research.read(study.key(), ResearchRows::watermark);
        Optional<KeptReport> known = kept.find(study.key())
                .filter(report -> report.isOf(study, watermark)
                        || report.isDeclaredAs(study) && report.isFreshForItsSize(settings.patience()));
        return known.isPresent() ? known : awaited(study, watermark, asked, patience);
    }

    private Optional<KeptReport> awaited(Study study, String watermark, long asked, Duration patience) {
        while (true) {
            Duration left = patience.minusNanos(System.nanoTime() - asked);
            Computation computation = computations.join(study.key(), () -> compute(study));
            Optional<KeptReport> report = await(study, computation, left);
            if (report.isEmpty()
                    || report.get().isOf(study, watermark)
                    || report.get().isDeclaredAs(study) && computation.hasBegunSince(asked)) {
                return report;
            }
        }
    }

    private Optional<KeptReport> await(Study study, Computation computation, Duration atMost) {
        try {
            return computation.await(atMost);
        } catch (Computation.Failed failure) {
            throw computations.problem(study.key(), computation, failure);
        }
    }

    Document json(KeptReport report) {
        return report.document("json", found -> Document.of("application/json", written(found)));
    }

    String write(Object value) {
        return new String(written(value), StandardCharsets.UTF_8);
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    KeptReport compute(Study study) {
        long begin = System.nanoTime();
        Report report = research.read(study.key(), settings.longest(), rows -> compute(study, rows));
        KeptReport computed = new KeptReport(study, report, Duration.ofNanos(System.nanoTime() - begin));
        kept.keep(computed);
        return computed;
    }

    private Report compute(Study study, ResearchRows rows) {
        String watermark = rows.watermark();
        // after the snapshot was taken: what is newer than it has raised versions, and is read again next time
        Frame frame = transaction.call(null, () -> frame(study));
        Map<String, Portion> read =
                new Pass(frame.basis(), frame.zones()).read(rows, portions.of(study.key(), frame.basis()));
        portions.keep(study.key(), frame.basis(), read);
        Cohort cohort = Cohort.together(
                study.definition().inclusion(),
                read.values().stream().map(Portion::cohort).toList());
        Gathered gathered = new Gathered(study.definition(), frame.basis().instruments());
        read.values().forEach(portion -> gathered.merge(portion.gathered()));
        Findings findings = new Findings(
                study.definition(),
                cohort,
                gathered,
                item -> rows.codedTexts(cohort, frame.basis().instruments().asking(item)),
                frame.aliases(),
                frame.crosswalk());
        return report(study, watermark, cohort, findings, frame.aliases());
    }

    private Frame frame(Study study) {
        return new Frame(
                new KeptPortions.Basis(
                        study.definition(), instruments.known(study.definition().inclusion())),
                institutions.timeZones(),
                institutions.aliases(),
                Optional.ofNullable(study.definition().crosswalk()).flatMap(crosswalks::find));
    }

    private static Report report(
            Study study, String watermark, Cohort cohort, Findings findings, Map<String, String> aliases) {
        return new Report(
                study.key(),
                study.version(),
                study.title(),
                study.declaredAt(),
                study.definition().population(),
                watermark,
                cohort.analysed().stream()
                        .map(DeliveredWorkshop::institution)
                        .distinct()
                        .count(),
                findings.sections(),
                new Illustrations(cohort, findings, aliases).all());
    }
}
