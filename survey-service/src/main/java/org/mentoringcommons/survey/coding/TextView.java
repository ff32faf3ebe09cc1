package org.mentoringcommons.survey.coding;

import java.util.UUID;

/** A text to be coded. */
record TextView(UUID response, String item, String text, State state) {

    /** Where the next page of the list begins. */
    String cursor() {
        return response + ":" + item;
    }
}
