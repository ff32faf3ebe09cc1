package org.mentoringcommons.analytics.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.cohort.Reason;
import org.mentoringcommons.analytics.cohort.StudyInstruments;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.tenancy.Refusal.Violation;

/**
 * Whether a declaration makes sense, beyond the form of its fields: words that mean something, dates and sizes that do
 * not contradict, names used once, and, where the instruments are known already, items, scales and codes they have.
 */
final class Declaration {

    private static final Set<String> AUDIENCES = Set.of("mentee", "mentor", "combined");
    private static final Set<String> MODES = Set.of("in_person", "online", "hybrid");
    private static final List<String> OWN_SECTIONS = List.of("workshops", "response_rate", "satisfaction", "gains");

    private final NewStudy study;
    private final StudyInstruments instruments;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param instruments the structures known so far; items are only checked if none is missing
     */
    Declaration(NewStudy study, StudyInstruments instruments) {
        this.study = study;
        this.instruments = instruments;
    }

    List<Violation> violations() {
        if (!study.population().equals(Consented.CONSENTED.word())) {
            violate("population", "only 'consented': other answers never leave their institution");
        }
        inclusion(study.inclusion());
        names();
        for (int i = 0; i < study.tables().workshops().size(); i++) {
            workshopRow(
                    "tables.workshops[" + i + "].", study.tables().workshops().get(i));
        }
        Tables.Comparison comparison = study.tables().comparison();
        if (comparison != null && Set.copyOf(comparison.groups()).size() < 2) {
            violate("tables.comparison.groups", "at least two different groups");
        }
        if (instruments.structures().size()
                == Set.copyOf(study.inclusion().instruments()).size()) {
            items();
        }
        return List.copyOf(violations);
    }

    private void inclusion(Inclusion inclusion) {
        for (int i = 0; i < inclusion.audiences().size(); i++) {
            word("inclusion.audiences[" + i + "]", inclusion.audiences().get(i), AUDIENCES);
        }
        if (inclusion.from() != null && inclusion.to() != null && inclusion.to().isBefore(inclusion.from())) {
            violate("inclusion.to", "lies before inclusion.from");
        }
    }

    private void names() {
        Set<String> sections = new HashSet<>(OWN_SECTIONS);
        Set<String> participants = new HashSet<>();
        for (int i = 0; i < study.tables().participants().size(); i++) {
            once(
                    "tables.participants[" + i + "].section",
                    participants,
                    study.tables().participants().get(i).section());
        }
        for (int i = 0; i < study.tables().coded().size(); i++) {
            once(
                    "tables.coded[" + i + "].section",
                    sections,
                    study.tables().coded().get(i).section());
        }
        if (study.tables().comparison() != null) {
            once(
                    "tables.comparison.section",
                    sections,
                    study.tables().comparison().section());
        }
        Set<String> rows = new HashSet<>();
        for (int i = 0; i < study.tables().satisfaction().size(); i++) {
            once(
                    "tables.satisfaction[" + i + "].row",
                    rows,
                    study.tables().satisfaction().get(i).row());
        }
        rows.clear();
        for (int i = 0; i < study.tables().workshops().size(); i++) {
            once(
                    "tables.workshops[" + i + "].row",
                    rows,
                    study.tables().workshops().get(i).row());
        }
        rows.clear();
        for (int i = 0; i < study.tables().gains().size(); i++) {
            once("tables.gains[" + i + "]", rows, study.tables().gains().get(i));
        }
    }

    private void workshopRow(String field, Tables.WorkshopRow row) {
        if (Counted.of(row.count()).isEmpty()) {
            violate(field + "count", "one of " + words());
        }
        if (row.reason() != null && !row.count().equals(Counted.EXCLUDED.word())) {
            violate(field + "reason", "only with the count 'excluded'");
        } else if (row.reason() != null && Reason.of(row.reason()).isEmpty()) {
            violate(field + "reason", "one of short, audience, date, instrument");
        }
        if (row.mode() != null) {
            word(field + "mode", row.mode(), MODES);
        }
        if (row.minimumSize() != null && row.maximumSize() != null && row.maximumSize() < row.minimumSize()) {
            violate(field + "maximumSize", "is below minimumSize");
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
            if (!instruments.askAsText(tables.coded().get(i).item())) {
                violate("tables.coded[" + i + "].item", "no free text in the study's instruments");
            }
        }
        for (int i = 0; i < tables.gains().size(); i++) {
            if (!instruments.have(tables.gains().get(i))) {
                violate("tables.gains[" + i + "]", "no scale of the study's instruments");
            }
        }
        if (tables.comparison() != null) {
            options(
                    "tables.comparison.",
                    tables.comparison().item(),
                    tables.comparison().groups());
        }
    }

    private void options(String field, String item, List<String> used) {
        List<String> codes = instruments.codes(item);
        if (codes.isEmpty()) {
            violate(field + "item", "no item with options in the study's instruments");
        } else if (!codes.containsAll(used)) {
            violate(field + "item", "does not have all the codes named");
        }
    }

    private void word(String field, String word, Set<String> words) {
        if (!words.contains(word)) {
            violate(field, "one of " + String.join(", ", words.stream().sorted().toList()));
        }
    }

    private void once(String field, Set<String> names, String name) {
        if (!names.add(name)) {
            violate(field, "this name is used twice");
        }
    }

    private void violate(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private static String words() {
        return String.join(
                ", ",
                java.util.Arrays.stream(Counted.values()).map(Counted::word).toList());
    }
}
