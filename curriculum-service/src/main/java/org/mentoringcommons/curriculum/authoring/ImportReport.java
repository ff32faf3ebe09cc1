package org.mentoringcommons.curriculum.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mentoringcommons.curriculum.catalog.Drafted;
import org.mentoringcommons.curriculum.content.CurriculumPackage;

/**
 * What an import did, or, if it was tried only, would do.
 *
 * @param dryRun whether it was tried only
 * @param parts files of modules
 * @param minutes of all modules together
 * @param digest names the content: the same if, and only if, no file differs
 */
@Schema(
        examples =
                """
                {"curriculum": "mentoring-up", "version": "2.1.0", "outcome": "created", "dryRun": false, "modules": 8,
                 "parts": 52, "worksheets": 12, "minutes": 480,
                 "digest": "3f0c9c1d6a8e5b7742f1c0d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9"}""")
record ImportReport(
        String curriculum,
        String version,
        Outcome outcome,
        boolean dryRun,
        int modules,
        int parts,
        int worksheets,
        int minutes,
        String digest) {

    /** What became of it. */
    enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("replaced")
        REPLACED,
        @JsonProperty("unchanged")
        UNCHANGED
    }

    static ImportReport of(CurriculumPackage whole, Drafted before, boolean dryRun) {
        var modules = whole.manifest().modules();
        return new ImportReport(
                whole.manifest().curriculum().key(),
                whole.manifest().version(),
                before.isNone()
                        ? Outcome.CREATED
                        : before.isSame(whole.digest()) ? Outcome.UNCHANGED : Outcome.REPLACED,
                dryRun,
                modules.size(),
                modules.stream()
                        .mapToInt(module -> whole.parts(module.key()).size())
                        .sum(),
                whole.worksheets().size(),
                modules.stream().mapToInt(module -> module.minutes()).sum(),
                whole.digest());
    }
}
