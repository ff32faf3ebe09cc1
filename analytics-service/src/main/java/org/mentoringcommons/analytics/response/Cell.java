package org.mentoringcommons.analytics.response;

/**
 * A cell of a pair table: these people gave this pair.
 *
 * @param kind whether {@code key} is an item (answers, 0 = missing) or a scale (integer item sums)
 */
record Cell(String population, Kind kind, String key, int before, int now) {

    enum Kind {
        ITEM("item"),
        SCALE("scale");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
