package org.mentoringcommons.analytics.study;

import java.time.Instant;
import java.util.Set;
import org.mentoringcommons.analytics.cohort.Inclusion;

/**
 * A declared study; what is declared never changes.
 *
 * @param key its name in addresses
 * @param title its title
 * @param definition the declared rule and tables
 * @param team subjects of the people who may read its report
 * @param declaredAt when
 */
public record Study(String key, String title, Definition definition, Set<String> team, Instant declaredAt) {

    /**
     * What was declared.
     *
     * @param inclusion which workshops are analysed
     * @param population whose answers; always {@code consented}, others never leave their institution
     * @param tables what the report shows
     */
    public record Definition(Inclusion inclusion, String population, Tables tables) {}

    /** {@return whether a person may read the report} */
    public boolean isRunBy(String subject) {
        return team.contains(subject);
    }
}
