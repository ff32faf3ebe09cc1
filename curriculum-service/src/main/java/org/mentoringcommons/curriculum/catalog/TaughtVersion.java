package org.mentoringcommons.curriculum.catalog;

import java.util.List;
import java.util.Locale;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * What there is to teach of a version that has been published, or of one that an institution made its own.
 *
 * @param audience whom the curriculum addresses
 * @param modules in the order they are taught
 */
public record TaughtVersion(String curriculum, String version, Audience audience, List<CurriculumModule> modules) {

    /** Of what a package says. */
    public static TaughtVersion of(Manifest manifest) {
        return new TaughtVersion(
                manifest.curriculum().key(),
                manifest.version(),
                Audience.valueOf(manifest.curriculum().audience().toUpperCase(Locale.ROOT)),
                manifest.modules().stream().map(CurriculumModule::of).toList());
    }

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
