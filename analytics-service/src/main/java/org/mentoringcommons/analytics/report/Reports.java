package org.mentoringcommons.analytics.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.section.Findings;
import org.mentoringcommons.analytics.section.Gathered;
import org.mentoringcommons.analytics.study.Study;

/** Computes reports: declared tables over one snapshot of what the research role sees, in one pass over the answers. */
@ApplicationScoped
class Reports {

    private final Research research;
    private final Institutions institutions;
    private final InstrumentsOfAStudy instruments;
    private final KeptReports kept;
    private final ObjectMapper json;

    Reports(
            Research research,
            Institutions institutions,
            InstrumentsOfAStudy instruments,
            KeptReports kept,
            ObjectMapper json) {
        this.research = research;
        this.institutions = institutions;
        this.instruments = instruments;
        this.kept = kept;
        this.json = json;
    }

    /** The report as the data stand now; computed anew only if the declaration or the data changed. */
    KeptReport of(Study study) {
        String watermark = research.read(study.key(), ResearchRows::watermark);
        return kept.get(study, watermark, () -> compute(study));
    }

    Document json(KeptReport report) {
        return report.document("json", found -> Document.of("application/json", write(found)));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Report compute(Study study) {
        StudyInstruments known = instruments.known(study.definition().inclusion());
        Map<String, ZoneId> zones = institutions.timeZones();
        Map<String, String> aliases = institutions.aliases();
        return research.read(study.key(), rows -> {
            Cohort cohort = rows.cohort(study.definition().inclusion(), zones);
            Gathered gathered = new Gathered(study.definition(), known, cohort);
            rows.answers(cohort, known, gathered);
            Findings findings = new Findings(
                    study.definition(),
                    cohort,
                    gathered,
                    item -> rows.codedTexts(cohort, known.structures().keySet(), item),
                    aliases);
            return report(study, rows.watermark(), cohort, findings, aliases);
        });
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
