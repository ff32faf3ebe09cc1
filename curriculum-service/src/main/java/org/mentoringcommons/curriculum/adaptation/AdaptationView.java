package org.mentoringcommons.curriculum.adaptation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution's own version of a shared curriculum.
 *
 * @param revisions the oldest first
 */
@Schema(name = "Adaptation")
record AdaptationView(UUID id, String key, List<RevisionView> revisions) {

    /**
     * A revision.
     *
     * @param curriculum the shared curriculum it is made from
     * @param version its version, up to which it has been merged
     * @param digest names the content
     * @param publishedAt or null
     */
    @Schema(
            name = "AdaptationRevision",
            examples =
                    """
                    {"revision": 2, "curriculum": "mentoring-up", "version": "2.1.0", "digest": "3f0c", "madeAt":
                     "2026-03-02T15:00:00Z", "publishedAt": null}""")
    record RevisionView(
            int revision, String curriculum, String version, String digest, Instant madeAt, Instant publishedAt) {}
}
