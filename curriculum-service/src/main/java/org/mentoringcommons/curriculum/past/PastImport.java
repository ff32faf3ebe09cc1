package org.mentoringcommons.curriculum.past;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came, or would come, of a file.
 *
 * @param dryRun whether nothing was kept
 * @param imported how many are new
 * @param unchanged how many were imported before, with the same words
 */
@Schema(
        name = "PastWorkshopImport",
        examples =
                """
                {"dryRun": false, "imported": 1, "unchanged": 1, "workshops": [
                 {"line": 2, "reference": "2019-03", "workshop": "6f1f5a0e-6a5a-4f0e-9c53-0d7a5b1c2e90"},
                 {"line": 3, "reference": "2019-09", "workshop": "0b7c1d52-8b0a-4a53-9b6e-7a3f3e0c9d11"}]}""")
record PastImport(boolean dryRun, int imported, int unchanged, List<Line> workshops) {

    /** @param workshop its id; null while nothing is kept */
    @Schema(name = "PastWorkshopLine")
    record Line(int line, String reference, UUID workshop) {}
}
