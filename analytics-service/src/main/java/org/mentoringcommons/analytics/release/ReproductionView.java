package org.mentoringcommons.analytics.release;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a release can be made again from its sealed counts.
 *
 * @param cubeHash SHA-256 of the counts, as found
 * @param reproduced whether all of them came out bit for bit as they were frozen
 * @param documents what was approved, the JSON and the CSV, each for itself
 */
@Schema(
        examples =
                """
                {"number": 3, "cubeHash": "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2",
                 "reproduced": true, "documents": [{"name": "csv", "reproduced": true,
                 "sha256": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce"}]}""")
record ReproductionView(int number, String cubeHash, boolean reproduced, List<One> documents) {

    /**
     * A document.
     *
     * @param sha256 of what came out now
     */
    record One(String name, boolean reproduced, String sha256) {}
}
