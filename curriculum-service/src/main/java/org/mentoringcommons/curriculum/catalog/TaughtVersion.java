package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What there is to teach of a version that has been published.
 *
 * @param audience whom the curriculum addresses
 * @param modules in the order they are taught
 */
public record TaughtVersion(String curriculum, String version, Audience audience, List<CurriculumModule> modules) {

    /** Whether a module is meant for these people; one that names nobody is for whomever the curriculum addresses. */
    public static boolean suits(CurriculumModule module, Audience people) {
        return module.audiences() == null
                || module.audiences().contains(people.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the curriculum as a whole is: one for mentees and mentors together suits both. */
    public boolean addresses(Audience people) {
        return audience == people || audience == Audience.COMBINED;
    }
}
