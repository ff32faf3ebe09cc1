package org.mentoringcommons.survey.coding;

import java.util.List;

/**
 * A version of a codebook as it was created.
 *
 * @param basis the version it continues; null for a first one
 * @param changes what became of that one's codes
 */
record CodebookView(String key, String version, String item, List<Code> codes, String basis, List<Change> changes) {

    /** Where the next page of the list begins. */
    String cursor() {
        return key + "/" + version;
    }
}
