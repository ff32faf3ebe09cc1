package org.mentoringcommons.analytics.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A frozen release in a list.
 *
 * @param number by which it is cited
 * @param contentHash SHA-256 of the JSON document at {@code address}
 * @param cubeHash SHA-256 of the sealed counts it can be made from again
 * @param edition 1 for the study's first release, 2 for its second, …
 * @param address where it is read, as JSON, CSV or a page
 * @param erratum why it ought not to be used any more; null if nothing is known against it
 */
@Schema(
        examples =
                """
                {"number": 3, "study": "spring-cohort", "studyVersion": 1, "title": "Mentoring skills after workshops",
                 "frozenAt": "2026-09-02T08:00:00Z",
                 "contentHash": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
                 "cubeHash": "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2",
                 "edition": 2, "address": "/analytics/v1/releases/3", "erratum": null}""")
record ReleaseView(
        int number,
        String study,
        int studyVersion,
        String title,
        Instant frozenAt,
        String contentHash,
        String cubeHash,
        int edition,
        String address,
        @Schema(nullable = true) ErratumView erratum) {

    static ReleaseView of(FrozenRelease release) {
        return new ReleaseView(
                release.number(),
                release.study(),
                release.studyVersion(),
                release.title(),
                release.frozenAt(),
                release.contentHash(),
                release.cubeHash(),
                release.edition(),
                ReleaseResource.PATH + "/" + release.number(),
                release.erratum().map(ErratumView::of).orElse(null));
    }
}
