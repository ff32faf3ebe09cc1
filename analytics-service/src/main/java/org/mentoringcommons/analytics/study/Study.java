package org.mentoringcommons.analytics.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Inclusion;
import org.mentoringcommons.analytics.crosswalk.CrosswalkReference;
import org.mentoringcommons.analytics.disclosure.Thresholds;

/**
 * A declared study in one version. A version changes only until results of it were first read; every later edit is a
 * new version.
 *
 * @param key its name in addresses
 * @param version 1, 2, …
 * @param title its title
 * @param definition what was declared
 * @param team subjects of the people who may read its results now
 * @param declaredAt when this version was declared
 * @param declaredBy by whom: a subject
 * @param readAt when results of this version were first handed out, if they were
 * @param revision rises with every change, also of the team
 */
public record Study(
        String key,
        int version,
        String title,
        Definition definition,
        Set<String> team,
        Instant declaredAt,
        String declaredBy,
        Optional<Instant> readAt,
        long revision) {

    /**
     * What was declared.
     *
     * @param purpose what the results are for; the purpose on record of every reading that names no other
     * @param inclusion which workshops are analysed
     * @param population whose answers; always {@code consented}, others never leave their institution
     * @param tables what the report shows
     * @param groupings groups whose gains are compared
     * @param tests words of {@link Procedure}: which tests are computed; the first for paired scores is the primary one
     * @param family keys of the scales that Holm's correction covers together
     * @param thresholds what may be shown of how many people outside the study's team
     * @param ahead declared before all of its curricula and instruments were known
     * @param crosswalk by which coverage of modules is held against what scales measure; null for none
     * @param noise what is added to the counts of releases; null for nothing
     */
    public record Definition(
            String purpose,
            Inclusion inclusion,
            String population,
            Tables tables,
            List<Grouping> groupings,
            List<String> tests,
            List<String> family,
            Thresholds thresholds,
            boolean ahead,
            CrosswalkReference crosswalk,
            Noise noise) {

        /** What is left out: no groupings, the primary tests, a family of all scales reported, the default thresholds. */
        public Definition {
            groupings = groupings == null ? List.of() : List.copyOf(groupings);
            tests = tests == null ? Procedure.primary() : List.copyOf(tests);
            family = family == null && tables != null ? tables.gains() : family;
            thresholds = thresholds == null ? Thresholds.withDefaults() : thresholds;
        }
    }

    /** {@return whether a person may read the results} */
    public boolean isRunBy(String subject) {
        return team.contains(subject);
    }
}
