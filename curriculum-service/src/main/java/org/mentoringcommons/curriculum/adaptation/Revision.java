package org.mentoringcommons.curriculum.adaptation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Manifest;

/**
 * What an adaptation was at one time.
 *
 * @param baseVersion the shared version it is made from, and up to which it has been merged
 * @param publishedAt or null while it is the institution's own work in progress
 */
record Revision(
        UUID adaptation,
        String key,
        int number,
        String baseCurriculum,
        String baseVersion,
        CurriculumPackage whole,
        Instant publishedAt) {

    boolean isPublished() {
        return publishedAt != null;
    }

    /** The keys of its modules. */
    Set<String> modules() {
        return whole.manifest().modules().stream().map(Manifest.Module::key).collect(Collectors.toUnmodifiableSet());
    }
}
