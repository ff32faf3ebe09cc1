package org.mentoringcommons.survey.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One text, and what is to be decided about it.
 *
 * @param kind {@code redact}, {@code code}, {@code settle} or {@code done}, as the template draws it
 * @param parts the text, cut where something is suggested to be taken out
 * @param codes of the codebook, numbered from 1
 * @param views what each coder has coded, if it is to be settled
 * @param last the text coded before, which can be taken back; null if none can
 * @param done how many of {@code all} need nothing more of this person now
 */
record Screen(
        String kind,
        UUID protocol,
        String item,
        UUID text,
        int revision,
        List<Part> parts,
        boolean rosterRead,
        List<Choice> codes,
        List<View> views,
        UUID last,
        long done,
        long all,
        Map<String, Long> counts) {

    /** @param chosen the value to be sent if it goes; null where nothing is suggested */
    record Part(String words, String chosen) {}

    /** @param ticked whether it is so to begin with */
    record Choice(int number, String code, String label, boolean ticked) {}

    /** @param mine whether it is the reader's own */
    record View(boolean mine, List<String> codes) {}

    /** What is suggested, each with its words. */
    public List<Part> suggested() {
        return parts.stream().filter(part -> part.chosen() != null).toList();
    }
}
