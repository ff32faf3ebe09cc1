package org.mentoringcommons.analytics.release;

import java.util.List;

/**
 * What came out when a release was made again.
 *
 * @param cubeHash SHA-256 of the counts, as found
 * @param reproduced whether all of them came out bit for bit as they were frozen
 * @param documents what was approved, the JSON and the CSV, each for itself
 */
record Reproduced(String cubeHash, boolean reproduced, List<One> documents) {

    static Reproduced of(String cubeHash, List<One> documents) {
        return new Reproduced(cubeHash, documents.stream().allMatch(One::reproduced), documents);
    }

    /**
     * A document.
     *
     * @param sha256 of what came out now
     */
    record One(String name, boolean reproduced, String sha256) {}
}
