package org.mentoringcommons.survey.form;

import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.page.Wording;

/**
 * One item as the page shows it.
 *
 * @param heading of the section that begins with it, or null
 * @param part the number of its section, from 1
 * @param applies to whom it applies, in words; null is everybody
 * @param error what is wrong with the answer sent, or null
 */
record Field(
        String key,
        String label,
        String heading,
        int part,
        String applies,
        boolean required,
        String error,
        Control control) {

    static Field of(Item item, String heading, int part, String applies, String error, FormFields sent, Wording w) {
        return new Field(
                item.key(),
                item.label(),
                heading,
                part,
                applies,
                item.required(),
                error,
                item.match(new Drawing(sent, w)));
    }

    /** The ids of what else is said about it, for who hears the page. */
    public String describedBy() {
        return "aria-describedby=\"" + key + "-hint"
                + (applies == null ? "" : " " + key + "-applies")
                + (error == null ? "" : " " + key + "-error")
                + "\"";
    }
}
