package org.mentoringcommons.analytics.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.cohort.AnswerReader;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.InstrumentsOfAStudy;
import org.mentoringcommons.analytics.cohort.Research;
import org.mentoringcommons.analytics.cohort.ResearchRows;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.institution.Institutions;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** Computes reports: declared tables over one snapshot of what the research role sees. */
@ApplicationScoped
class Reports {

    private static final String NOT_POOLABLE =
            "the study's instruments have no such scale, or sum it from different items";

    private final Research research;
    private final Institutions institutions;
    private final InstrumentsOfAStudy instruments;

    Reports(Research research, Institutions institutions, InstrumentsOfAStudy instruments) {
        this.research = research;
        this.institutions = institutions;
        this.instruments = instruments;
    }

    Report of(Study study) {
        StudyInstruments known = instruments.known(study.definition().inclusion());
        Map<String, ZoneId> zones = institutions.timeZones();
        List<Section> sections = research.read(study.key(), rows -> {
            Cohort cohort = rows.cohort(study.definition().inclusion(), zones);
            return sections(rows, cohort, known, study.definition().tables());
        });
        return new Report(study.key(), study.title(), study.definition().population(), sections);
    }

    private static List<Section> sections(
            ResearchRows rows, Cohort cohort, StudyInstruments instruments, Tables tables) {
        List<ParticipantsSection> participants = tables.participants().stream()
                .map(table -> new ParticipantsSection(table.section(), table.item(), instruments.codes(table.item())))
                .toList();
        List<SatisfactionRow> satisfaction =
                tables.satisfaction().stream().map(SatisfactionRow::new).toList();
        List<ComparisonRow> comparison = comparison(tables, instruments);

        List<AnswerReader> readers = new ArrayList<>(participants);
        readers.addAll(satisfaction);
        readers.addAll(comparison);
        rows.answers(
                cohort, instruments, (workshop, answers) -> readers.forEach(reader -> reader.read(workshop, answers)));

        List<Section> sections = new ArrayList<>();
        sections.add(new WorkshopsSection(cohort).of(tables.workshops()));
        sections.add(new ResponseRateSection(cohort).build());
        participants.forEach(table -> sections.add(table.build()));
        sections.add(new Section(
                "satisfaction",
                satisfaction.stream().map(SatisfactionRow::build).toList()));
        tables.coded()
                .forEach(table -> sections.add(new CodedSection(
                                table.section(),
                                rows.codedTexts(cohort, instruments.structures().keySet(), table.item()))
                        .build()));
        sections.add(new Section(
                "gains",
                tables.gains().stream()
                        .map(scale -> gains(rows, cohort, instruments, scale))
                        .toList()));
        if (tables.comparison() != null) {
            sections.add(new Section(
                    tables.comparison().section(),
                    comparison.stream().map(ComparisonRow::build).toList()));
        }
        return sections;
    }

    private static List<ComparisonRow> comparison(Tables tables, StudyInstruments instruments) {
        return tables.comparison() == null
                ? List.of()
                : tables.gains().stream()
                        .flatMap(scale -> instruments.poolable(scale).stream())
                        .map(scale -> new ComparisonRow(tables.comparison(), scale))
                        .toList();
    }

    private static Row gains(ResearchRows rows, Cohort cohort, StudyInstruments instruments, String key) {
        return instruments
                .poolable(key)
                .map((Scale scale) -> new GainsRow(
                                key, rows.pairs(cohort, instruments.structures().keySet(), scale))
                        .build())
                .orElseGet(() -> new Row(key, Measure.undefined("gain", 0, null, NOT_POOLABLE)));
    }
}
