package org.mentoringcommons.curriculum.catalog;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version with its modules in the order they are taught.
 *
 * @param adaptedFrom the version it was adapted from, or null
 * @param licence of this version, or null for the curriculum's
 * @param attribution whose work it builds on, or null
 * @param changes what is new since the version before, or null
 * @param evidence address of a study of this version, or null
 * @param publishedAt or null before
 * @param minutes of all modules together
 */
@Schema(
        examples =
                """
                {"curriculum": "mentoring-up", "version": "2.1.0", "status": "published",
                 "adaptedFrom": {"curriculum": "mentoring-up", "version": "2.0.0"}, "languages": ["en"],
                 "licence": "CC-BY-4.0", "citation": null, "attribution": null, "changes": "A shorter first module.",
                 "evidence": null, "publishedAt": "2026-03-02T15:00:00Z", "minutes": 60, "modules": [
                 {"key": "communication", "title": "Effective communication", "minutes": 60, "required": true,
                  "competency": "communication", "audiences": null}]}""")
record VersionView(
        String curriculum,
        String version,
        VersionStatus status,
        Source adaptedFrom,
        List<String> languages,
        String licence,
        String citation,
        String attribution,
        String changes,
        String evidence,
        Instant publishedAt,
        int minutes,
        List<CurriculumModule> modules) {

    @Schema(name = "AdaptedFrom")
    record Source(String curriculum, String version) {}
}
