package org.mentoringcommons.curriculum.catalog;

import java.util.Set;

/**
 * What a workshop can be planned with: it will never change.
 *
 * @param modules the keys of its modules
 */
public record PublishedVersion(String curriculum, String version, Set<String> modules) {

    /** The same version as an institution holds it, with modules of its own. */
    public PublishedVersion with(Set<String> others) {
        return new PublishedVersion(curriculum, version, others);
    }
}
