package org.mentoringcommons.survey.coding;

import java.util.List;

/** A version of a codebook as it was created. */
record CodebookView(String key, String version, String item, List<Code> codes) {

    /** Where the next page of the list begins. */
    String cursor() {
        return key + "/" + version;
    }
}
