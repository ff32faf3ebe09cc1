package org.mentoringcommons.analytics.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Reason;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.disclosure.Thresholds;
import org.mentoringcommons.analytics.response.Population.Consented;

/**
 * Whether a declaration makes sense, beyond the form of its fields: words that mean something, bounds that do not
 * contradict, names used once; curricula and instruments that exist, unless it is declared ahead of them; and, where the
 * instruments are known, items, scales and codes they have and may pool.
 */
final class Declaration {

    private static final List<String> OWN_SECTIONS = List.of(
            "workshops",
            "response_rate",
            "participants",
            "satisfaction",
            "coder_agreement",
            "gains",
            "scores",
            "reliability",
            "mode_comparison",
            "dose_outcome",
            "dose_modules",
            "dose_competencies",
            "sites",
            "published_gains",
            "instruments");

    private final EditedStudy study;
    private final StudyInstruments instruments;
    private final Objections objections = new Objections();

    /**
     * @param instruments the structures known so far; items are only checked if none is missing
     */
    Declaration(EditedStudy study, StudyInstruments instruments) {
        this.study = study;
        this.instruments = instruments;
    }

    Objections against(Curricula curricula, Thresholds floor) {
        if (!study.population().equals(Consented.CONSENTED.word())) {
            objections.add("population", "only 'consented': other answers never leave their institution");
        }
        new InclusionCheck(study.inclusion(), instruments, curricula, objections).run(study.ahead());
        names();
        for (int i = 0; i < study.tables().workshops().size(); i++) {
            workshopRow(
                    "tables.workshops[" + i + "].", study.tables().workshops().get(i));
        }
        Tables.Comparison comparison = study.tables().comparison();
        if (comparison != null && Set.copyOf(comparison.groups()).size() < 2) {
            objections.add("tables.comparison.groups", "at least two different groups");
        }
        new TestingCheck(study, objections).run();
        study.thresholds().check(floor, objections);
        new NoiseCheck(study, study.thresholds().smallest(floor), objections).run();
        if (instruments.structures().size()
                == Set.copyOf(study.inclusion().instruments()).size()) {
            items();
        }
        return objections;
    }

    private void names() {
        Tables tables = study.tables();
        Set<String> sections = new HashSet<>(OWN_SECTIONS);
        Set<String> participants = new HashSet<>();
        for (int i = 0; i < tables.participants().size(); i++) {
            objections.ifTaken(
                    "tables.participants[" + i + "].section",
                    participants,
                    tables.participants().get(i).section());
        }
        for (int i = 0; i < tables.coded().size(); i++) {
            objections.ifTaken(
                    "tables.coded[" + i + "].section",
                    sections,
                    tables.coded().get(i).section());
        }
        if (tables.comparison() != null) {
            objections.ifTaken(
                    "tables.comparison.section", sections, tables.comparison().section());
        }
        for (int i = 0; study.groupings() != null && i < study.groupings().size(); i++) {
            objections.ifTaken(
                    "groupings[" + i + "].section",
                    sections,
                    study.groupings().get(i).section());
        }
        Set<String> rows = new HashSet<>();
        for (int i = 0; i < tables.satisfaction().size(); i++) {
            objections.ifTaken(
                    "tables.satisfaction[" + i + "].row",
                    rows,
                    tables.satisfaction().get(i).row());
        }
        rows.clear();
        for (int i = 0; i < tables.workshops().size(); i++) {
            objections.ifTaken(
                    "tables.workshops[" + i + "].row",
                    rows,
                    tables.workshops().get(i).row());
        }
        rows.clear();
        for (int i = 0; i < tables.gains().size(); i++) {
            objections.ifTaken("tables.gains[" + i + "]", rows, tables.gains().get(i));
        }
        rows.clear();
        for (int i = 0; i < tables.scores().size(); i++) {
            objections.ifTaken("tables.scores[" + i + "]", rows, tables.scores().get(i));
        }
    }

    private void workshopRow(String field, Tables.WorkshopRow row) {
        if (Counted.of(row.count()).isEmpty()) {
            objections.add(field + "count", "one of " + Counted.words());
        }
        if (row.reason() != null && !row.count().equals(Counted.EXCLUDED.word())) {
            objections.add(field + "reason", "only with the count 'excluded'");
        } else if (row.reason() != null && Reason.of(row.reason()).isEmpty()) {
            objections.add(field + "reason", "one of " + Reason.words());
        }
        if (row.mode() != null) {
            objections.unlessOneOf(field + "mode", row.mode(), InclusionCheck.MODES);
        }
        if (row.minimumSize() != null && row.maximumSize() != null && row.maximumSize() < row.minimumSize()) {
            objections.add(field + "maximumSize", "is below minimumSize");
        }
    }

    private void items() {
        Tables tables = study.tables();
        for (int i = 0; i < tables.participants().size(); i++) {
            options(
                    "tables.participants[" + i + "].",
                    tables.participants().get(i).item(),
                    List.of());
        }
        for (int i = 0; i < tables.satisfaction().size(); i++) {
            Tables.SatisfactionRow row = tables.satisfaction().get(i);
            options("tables.satisfaction[" + i + "].", row.item(), row.favourable());
        }
        for (int i = 0; i < tables.coded().size(); i++) {
            text("tables.coded[" + i + "].item", tables.coded().get(i).item());
        }
        for (int i = 0; i < tables.gains().size(); i++) {
            scale("tables.gains[" + i + "]", tables.gains().get(i));
        }
        for (int i = 0; i < tables.scores().size(); i++) {
            ratedScale("tables.scores[" + i + "]", tables.scores().get(i));
        }
        if (tables.comparison() != null) {
            options(
                    "tables.comparison.",
                    tables.comparison().item(),
                    tables.comparison().groups());
        }
        for (int i = 0; study.groupings() != null && i < study.groupings().size(); i++) {
            Grouping grouping = study.groupings().get(i);
            if (grouping.by().equals(Grouping.ITEM) && grouping.item() != null) {
                options("groupings[" + i + "].", grouping.item(), grouping.groups());
            }
        }
    }

    private void scale(String field, String scale) {
        if (!instruments.have(scale)) {
            objections.add(field, "no scale of the study's instruments");
        } else {
            instruments.gapOfScale(scale).ifPresent(gap -> objections.add(field, gap));
        }
    }

    private void ratedScale(String field, String scale) {
        if (!instruments.haveRated(scale)) {
            objections.add(field, "no scale of the study's instruments that is rated once");
        } else {
            instruments.gapOfRatedScale(scale).ifPresent(gap -> objections.add(field, gap));
        }
    }

    private void text(String field, String item) {
        if (!instruments.askAsText(item)) {
            objections.add(field, "no free text in the study's instruments");
        } else {
            instruments.gapOfItem(item).ifPresent(gap -> objections.add(field, gap));
        }
    }

    private void options(String field, String item, List<String> used) {
        List<String> codes = instruments.codes(item);
        if (codes.isEmpty()) {
            objections.add(field + "item", "no item with options in the study's instruments");
        } else if (!codes.containsAll(used)) {
            objections.add(field + "item", "does not have all the codes named");
        } else {
            instruments.gapOfItem(item).ifPresent(gap -> objections.add(field + "item", gap));
        }
    }
}
